package dev.storyloom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.story.condenser.CastMember;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.StoryException;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.TokenBudget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows a story's scenes and what the painter would be told, as text or as JSON. */
@Command(name = "condense", mixinStandardHelpOptions = true,
        description = "The scenes of a story and what the painter would be told.")
public final class CondenseCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 1L << 20;

    @Option(names = "--story", required = true, paramLabel = "FILE", description = "The story, UTF-8 text.")
    Path story;

    @Option(names = "--pages", paramLabel = "N", defaultValue = "0",
            description = "How many scenes (1-" + CondenserRequest.MOST_PAGES + "); 0 chooses by length.")
    int pages;

    @Option(names = "--json", description = "Print the plan as JSON.")
    boolean json;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "", description = "The character's name.")
    String name;

    @Option(names = "--class", paramLabel = "NOUN", defaultValue = "",
            description = "What the character is, in English: girl, fox, …")
    String classNoun;

    @Option(names = "--style", paramLabel = "STYLE", defaultValue = "", description = "The look, in English.")
    String style;

    @Option(names = "--model", paramLabel = "DIR", description = "Count tokens as this model folder does.")
    Path model;

    @Mixin
    ReadingOptions reading;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (pages < 0 || pages > CondenserRequest.MOST_PAGES) {
            throw new ParameterException(spec.commandLine(),
                    "--pages is 0 to " + CondenserRequest.MOST_PAGES + ", not " + pages + ".");
        }
        try {
            print(model == null ? plan(TokenBudget.estimate()) : planFor(model));
            return 0;
        } catch (StoryException refused) {
            return failed(refused.message(Locale.getDefault()));
        } catch (DiffusionException | CommandFailed broken) {
            return failed(broken.getMessage());
        } catch (CharacterCodingException notText) {
            return failed("The story " + story + " is not UTF-8 text.");
        } catch (IOException unreadable) {
            return failed("The story " + story + " cannot be read.");
        }
    }

    private StoryPlan planFor(Path folder) throws IOException {
        try (ClipTokenizer tokenizer = ClipTokenizer.load(folder.resolve("tokenizer"))) {
            return plan(new TokenBudget() {
                @Override
                public int count(String text) {
                    return tokenizer.count(text);
                }

                @Override
                public int limit() {
                    return tokenizer.limit();
                }
            });
        }
    }

    private StoryPlan plan(TokenBudget budget) throws IOException {
        if (Files.isRegularFile(story) && Files.size(story) > LARGEST_FILE) {
            throw new StoryException(StoryException.TOO_LONG);
        }
        boolean character = !name.isBlank() || !classNoun.isBlank();
        List<CastMember> cast = character ? List.of(new CastMember(name, classNoun, null)) : List.of();
        return reading.condenser()
                .condense(new CondenserRequest(Files.readString(story), pages, cast, style, budget));
    }

    private void print(StoryPlan plan) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(plan));
        } else {
            out.print(PlanText.of(plan));
        }
        out.flush();
    }

    private int failed(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
        return 1;
    }
}
