package dev.storyloom.rendering;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.story.condenser.TokenBudget;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Counts words as the painting model's own tokenizers do (whichever makes more of them), without loading the model;
 * guesses while it is missing.
 */
@ApplicationScoped
class PainterBudget implements TokenBudget {
    private static final Logger LOG = Logger.getLogger(PainterBudget.class);

    private final PaintingModel model;
    private List<ClipTokenizer> tokenizers = List.of();

    PainterBudget(PaintingModel model) {
        this.model = model;
    }

    @Override
    public int count(String text) {
        return tokenizers().stream().mapToInt(tokenizer -> tokenizer.count(text)).max()
                .orElseGet(() -> TokenBudget.estimate().count(text));
    }

    @Override
    public int limit() {
        return tokenizers().stream().mapToInt(ClipTokenizer::limit).min().orElseGet(() -> TokenBudget.estimate().limit());
    }

    /** Those of both text encoders; none while the model is missing. */
    private synchronized List<ClipTokenizer> tokenizers() {
        if (tokenizers.isEmpty()) {
            try {
                tokenizers = Stream.of("tokenizer", "tokenizer_2").map(model.folder()::resolve)
                        .filter(Files::isDirectory).map(ClipTokenizer::load).toList();
            } catch (DiffusionException missing) {
                LOG.warnf("Words are counted by a guess: %s", missing.getMessage());
            }
        }
        return tokenizers;
    }

    @PreDestroy
    synchronized void close() {
        tokenizers.forEach(ClipTokenizer::close);
    }
}
