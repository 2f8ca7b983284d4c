package dev.storyloom.story;

import dev.storyloom.account.Accounts;
import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.model.ModelCondenser;
import dev.storyloom.story.condenser.model.ModelSettings;
import dev.storyloom.story.condenser.model.ServedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Condenses with the language model that is set up, for accounts that allow it; for all others with the built-in rules. */
@ApplicationScoped
class Condensing {
    private final Condenser builtIn = new BuiltInCondenser();
    private final Optional<ModelCondenser> withModel;
    private final Accounts accounts;

    Condensing(Accounts accounts, @ConfigProperty(name = "storyloom.condenser.kind") String kind,
            @ConfigProperty(name = "storyloom.condenser.url") Optional<URI> url,
            @ConfigProperty(name = "storyloom.condenser.model") Optional<String> model,
            @ConfigProperty(name = "storyloom.condenser.key") Optional<String> key,
            @ConfigProperty(name = "storyloom.condenser.timeout") Duration timeout) {
        this.accounts = accounts;
        this.withModel = url.map(address -> new ModelSettings(
                ModelSettings.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), address, model.orElse("default"),
                key.orElse(""), timeout)).map(settings -> new ModelCondenser(new ServedModel(settings), timeout));
    }

    /** May take as long as the model's time-out; no transaction should be waiting meanwhile. */
    StoryPlan condense(UUID ownerId, CondenserRequest request) {
        return withModel.filter(model -> accounts.languageModel(ownerId)).<Condenser>map(model -> model).orElse(builtIn)
                .condense(request);
    }
}
