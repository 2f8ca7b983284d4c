package dev.storyloom.cli;

import dev.storyloom.story.condenser.model.ModelSettings;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** ollama or openai. */
final class KindOption implements ITypeConverter<ModelSettings.Kind> {

    @Override
    public ModelSettings.Kind convert(String name) {
        return ModelSettings.Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
