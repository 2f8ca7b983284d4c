package dev.storyloom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import dev.storyloom.diffusion.pipeline.ModelCheck;
import dev.storyloom.diffusion.pipeline.PartReport;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.storage.BundledModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code storyloom models verify}: compares every part's files with its config; exit code 1 where they do not agree. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class ModelsVerify implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "model-folder")
    Path folder;

    @Mixin
    Talk talk;

    /** The answer of {@code --json}. */
    record Verified(String folder, boolean whole, List<PartReport> parts) {
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.warningsOnly();
        Path at = folder == null ? new BundledModel(DataFolder.models()).unpack() : folder;
        List<PartReport> parts = ModelCheck.of(at);
        boolean whole = parts.stream().allMatch(PartReport::whole);
        var lines = new StringBuilder();
        for (PartReport part : parts) {
            lines.append(line(part)).append(System.lineSeparator());
        }
        int tensors = parts.stream().mapToInt(PartReport::tensors).sum();
        long bad = parts.stream().filter(part -> !part.whole()).count();
        lines.append(whole ? Words.say("models.whole", at, tensors) : Words.say("models.broken", at, bad));
        talk.answer(new Verified(at.toString(), whole, parts), lines.toString());
        return whole ? 0 : 1;
    }

    private static String line(PartReport part) {
        String formats = part.formats().stream().map(Dtype::name).collect(Collectors.joining("+"));
        String numbers = part.tensors() == 0 ? "" : String.format("%5d  %8.1f MB  %s", part.tensors(),
                part.bytes() / 1e6, formats);
        String row = String.format("%s  %-15s %-28s %s", part.whole() ? "ok" : "!!", part.part(), part.kind(), numbers)
                .stripTrailing();
        return part.whole() ? row : row + System.lineSeparator() + "      "
                + String.join(System.lineSeparator() + "      ", part.faults());
    }
}
