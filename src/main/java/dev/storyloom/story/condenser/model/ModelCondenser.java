package dev.storyloom.story.condenser.model;

import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.StoryPlan;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a language model what the pages show. The built-in condenser reads the story first: it refuses what it must, cuts
 * the pages and keeps the writer's words; the model is asked twice at most, within the time-out, and where it has no
 * good answer the built-in plan stands.
 */
public final class ModelCondenser implements Condenser {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCondenser.class);
    private static final int TRIES = 2;
    private static final ExecutorService ASKING = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "condenser-model");
        thread.setDaemon(true);
        return thread;
    });

    private final Condenser builtIn = new BuiltInCondenser();
    private final LanguageModel model;
    private final Duration timeout;

    public ModelCondenser(LanguageModel model, Duration timeout) {
        this.model = model;
        this.timeout = timeout;
    }

    @Override
    public StoryPlan condense(CondenserRequest request) {
        StoryPlan plan = builtIn.condense(request);
        Question question = Question.about(plan, request.cast());
        long deadline = System.nanoTime() + timeout.toNanos();
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                Answer answer = Answer.of(ask(question, deadline - System.nanoTime()), plan.scenes().size());
                return new Repainting(request, answer).of(plan);
            } catch (TimeoutException late) {
                LOG.warn("The language model did not answer within {} s.", timeout.toSeconds());
                break;
            } catch (RuntimeException | ExecutionException bad) {
                LOG.warn("The language model gave no usable answer ({} of {}): {}", attempt, TRIES, bad.getClass()
                        .getSimpleName());
            }
        }
        return plan;
    }

    private String ask(Question question, long nanoseconds) throws TimeoutException, ExecutionException {
        Future<String> answer = ASKING.submit(() -> model.answer(question));
        try {
            return answer.get(Math.max(0, nanoseconds), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }
}
