package dev.storyloom.diffusion.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.check.CheckRow.Outcome;
import dev.storyloom.diffusion.tensor.GradMode;

/** Runs every comparison on a folder of reference numbers, one row for each. */
public final class ReferenceCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceCheck.class);

    private ReferenceCheck() {
    }

    /** All comparisons that this engine can make, those among them that the folder itself calls for. */
    public static List<Comparison> comparisons(Path folder) {
        return Stream.of(TextComparisons.all(), UNetComparisons.all(folder), LoraComparisons.all(folder),
                VaeComparisons.all(), SchedulerComparisons.all(folder), PipelineComparisons.all(folder),
                TrainingComparisons.all(folder))
                .flatMap(List::stream).toList();
    }

    public static void run(Path folder, Consumer<CheckRow> rows) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("reference_missing", "There is no folder " + folder + ".");
        }
        List<Comparison> comparisons = comparisons(folder);
        try (var reference = new Reference(folder); var off = GradMode.off()) {
            for (Comparison comparison : comparisons) {
                rows.accept(run(comparison, reference));
            }
        }
        NotCompared.items(folder, comparisons).forEach(
                item -> rows.accept(CheckRow.skipped(item, "not supported yet")));
    }

    /** One comparison; what it throws is a failure with its message as the remark. */
    public static CheckRow run(Comparison comparison, Reference reference) {
        if (!Files.exists(reference.path(comparison.file()))) {
            return CheckRow.skipped(comparison.item(), "not in this folder");
        }
        try {
            double error = comparison.measure().largestError(reference);
            Outcome outcome = error <= comparison.tolerance() ? Outcome.PASSED : Outcome.FAILED;
            return new CheckRow(comparison.item(), outcome, error, comparison.tolerance(), "");
        } catch (Comparison.NotTold e) {
            return CheckRow.skipped(comparison.item(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("{} failed", comparison.item(), e);
            return new CheckRow(comparison.item(), Outcome.FAILED, Double.NaN, comparison.tolerance(),
                    String.valueOf(e.getMessage()));
        }
    }
}
