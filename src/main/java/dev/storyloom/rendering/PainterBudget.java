package dev.storyloom.rendering;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.story.condenser.TokenBudget;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Counts words as the painting model's own tokenizer does, without loading the model; guesses while it is missing. */
@ApplicationScoped
class PainterBudget implements TokenBudget {
    private static final Logger LOG = Logger.getLogger(PainterBudget.class);

    private final PaintingModel model;
    private ClipTokenizer tokenizer;

    PainterBudget(PaintingModel model) {
        this.model = model;
    }

    @Override
    public int count(String text) {
        var known = tokenizer();
        return known == null ? TokenBudget.estimate().count(text) : known.count(text);
    }

    @Override
    public int limit() {
        var known = tokenizer();
        return known == null ? TokenBudget.estimate().limit() : known.limit();
    }

    private synchronized ClipTokenizer tokenizer() {
        if (tokenizer == null) {
            try {
                tokenizer = ClipTokenizer.load(model.folder().resolve("tokenizer"));
            } catch (DiffusionException missing) {
                LOG.warnf("Words are counted by a guess: %s", missing.getMessage());
            }
        }
        return tokenizer;
    }

    @PreDestroy
    synchronized void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
