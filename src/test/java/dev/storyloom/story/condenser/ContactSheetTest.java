package dev.storyloom.story.condenser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.storage.BundledModel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Paints ten books of the development half with the bundled model, each page's words and prompt beside its picture, for
 * a person to look at: {@code ./mvnw test -Dtest=ContactSheetTest -Dcondenser.sheet=8} (steps), then target/contact-sheets.
 */
@EnabledIfSystemProperty(named = "condenser.sheet", matches = "[0-9]+")
class ContactSheetTest {

    private static final int SIZE = 128;
    private static final int WORDS = 620;
    private static final int BOOKS = 5;

    @Test
    void everyPageOfTenBooksShowsWhatItsTextSays() throws IOException {
        int steps = Integer.getInteger("condenser.sheet");
        Path folder = Files.createDirectories(Path.of("target/contact-sheets"));
        try (var painter = StableDiffusionXl.load(new BundledModel(Path.of("target/contact-sheets/model")).unpack())) {
            for (String language : List.of("en", "vi")) {
                List<BenchmarkStory> stories = BenchmarkStory.in("benchmark").stream().filter(BenchmarkStory::forDevelopment)
                        .filter(story -> story.language().equals(language)).limit(BOOKS).toList();
                for (BenchmarkStory story : stories) {
                    BufferedImage sheet = sheet(story, painter, steps);
                    ImageIO.write(sheet, "png", folder.resolve(story.name() + ".png").toFile());
                    assertThat(sheet.getHeight()).isEqualTo(SIZE * story.scenes().size());
                }
            }
        }
    }

    private static BufferedImage sheet(BenchmarkStory story, StableDiffusionXl painter, int steps) {
        StoryPlan plan = story.plan(TokenBudget.estimate());
        BufferedImage sheet = new BufferedImage(SIZE + WORDS, SIZE * plan.scenes().size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = sheet.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        int top = 0;
        for (Scene scene : plan.scenes()) {
            var request = ImageRequest.of(scene.prompt().replace("sks ", "")).withStyle(scene.style())
                    .withNegative(scene.negative()).withSteps(steps).withSeed(7);
            canvas.drawImage(painter.paint(request, (step, all) -> { }, Cancellation.never()).image(), 0, top, SIZE, SIZE, null);
            write(canvas, scene.narration(), Font.PLAIN, Color.BLACK, top + 16);
            write(canvas, scene.prompt(), Font.ITALIC, new Color(0x20, 0x50, 0x90), top + 88);
            top += SIZE;
        }
        canvas.dispose();
        return sheet;
    }

    private static void write(Graphics2D canvas, String text, int style, Color colour, int top) {
        canvas.setColor(colour);
        canvas.setFont(new Font(Font.SANS_SERIF, style, 13));
        int line = top;
        for (String words : lines(canvas, text.replace('\n', ' '))) {
            canvas.drawString(words, SIZE + 10, line);
            line += 16;
        }
    }

    private static List<String> lines(Graphics2D canvas, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (canvas.getFontMetrics().stringWidth(line + " " + word) > WORDS - 20) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
