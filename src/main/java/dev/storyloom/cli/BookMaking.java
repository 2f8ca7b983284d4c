package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.PromptTokenizer;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.story.condenser.CastMember;
import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.Scene;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.TokenBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a book: condenses first, so that a story that is refused costs no training; then trains; then paints. */
final class BookMaking {

    private final StableDiffusionXl painter;
    private final String modelName;
    private final String subject;
    private final Look look;
    private final Condenser condenser;
    private final Progress progress;

    /**
     * How the pages shall look, with LoRAs for all of them beside the character's; {@code seed} is the first page's, each
     * further page adds one.
     */
    record Look(String style, List<LoraUse> loras, long seed, int steps, double guidance, double loraScale) {

        Look {
            if (steps < 1 || steps > 1000) {
                throw new CommandFailed("failed.range", "--steps", 1, 1000, steps);
            }
        }
    }

    /** {@code subject}: the words that call the character in a prompt. */
    BookMaking(StableDiffusionXl painter, String modelName, String subject, Look look, Condenser condenser,
               Progress progress) {
        this.painter = painter;
        this.modelName = modelName;
        this.subject = subject;
        this.look = look;
        this.condenser = condenser;
        this.progress = progress;
    }

    Book run(Material material, TrainingOptions options, BookFolder folder) throws IOException {
        StoryPlan plan = condense(material);
        folder.begin();
        new Training(painter, options, folder.training()).run(material.photos(), folder.work(BookFolder.LORA), progress);
        List<Book.Page> pages = new ArrayList<>();
        for (Scene scene : plan.scenes()) {
            pages.add(paint(scene, pages.size(), plan.scenes().size(), folder));
        }
        Book book = new Book(plan.title(), plan.language(), material.name(), modelName, look.seed(), pages);
        folder.publish(book);
        return book;
    }

    private StoryPlan condense(Material material) {
        var hero = new CastMember(material.name(), material.classNoun(), subject);
        return condenser.condense(new CondenserRequest(material.story(), material.pages(), List.of(hero),
                look.style(), budget(painter.tokenizer())));
    }

    private Book.Page paint(Scene scene, int index, int pages, BookFolder folder) throws IOException {
        progress.begin(Words.say("progress.page", index + 1, pages), look.steps());
        Path lora = folder.work(BookFolder.LORA);
        // A page without the character is painted by the model as it is.
        var onStage = scene.prompt().contains(subject) ? List.of(lora) : List.<Path>of();
        var loras = LoraUse.onPage(onStage, look.loraScale(), look.loras());
        long seed = look.seed() + index;
        var request = ImageRequest.of(scene.prompt()).withStyle(scene.style()).withNegative(scene.negative())
                .withSteps(look.steps()).withGuidanceScale(look.guidance()).withSeed(seed).withLoras(loras);
        var result = painter.paint(request, (step, steps) -> progress.step(step, ""), Cancellation.never());
        String image = BookFolder.picture(index);
        WholeFile.png(result.image(), folder.work(image));
        return new Book.Page(scene.narration(), scene.prompt(), scene.negative(), image, seed, look.steps());
    }

    private static TokenBudget budget(PromptTokenizer tokenizer) {
        return new TokenBudget() {
            @Override
            public int count(String text) {
                return tokenizer.count(text);
            }

            @Override
            public int limit() {
                return tokenizer.limit();
            }
        };
    }
}
