package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.LoraUse;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code FILE} or {@code FILE:0.8}. */
final class LoraOption implements ITypeConverter<LoraUse> {

    @Override
    public LoraUse convert(String text) {
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.substring(colon + 1).matches("-?\\d+(\\.\\d+)?|-?\\.\\d+")) {
            return new LoraUse(Path.of(text.substring(0, colon)), Double.parseDouble(text.substring(colon + 1)));
        }
        if (text.isBlank()) {
            throw new TypeConversionException(text);
        }
        return new LoraUse(Path.of(text), 1);
    }
}
