package dev.storyloom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.storyloom.diffusion.check.CheckRow;
import dev.storyloom.diffusion.check.CheckRow.Outcome;
import dev.storyloom.diffusion.check.ReferenceCheck;
import dev.storyloom.diffusion.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom check}: whether this machine's engine computes what the reference implementation computed. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--reference", required = true, paramLabel = "DIR")
    Path reference;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1")
    int threads;

    @Mixin
    Talk talk;

    /** One row of {@code --json}; error and tolerance are left out where nothing was compared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String item, String outcome, Double error, Double tolerance, String remark) {

        static Row of(CheckRow row) {
            boolean compared = !Double.isNaN(row.error());
            return new Row(row.item(), row.outcome().name().toLowerCase(Locale.ROOT), compared ? row.error() : null,
                    compared ? row.tolerance() : null, row.remark().isEmpty() ? null : row.remark());
        }
    }

    /** The answer of {@code --json}. */
    record Answer(long passed, long failed, long skipped, List<Row> rows) {
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.warningsOnly();
        Torch.setThreads(threads);
        PrintWriter out = talk.command.commandLine().getOut();
        List<CheckRow> rows = new ArrayList<>();
        ReferenceCheck.run(reference, row -> {
            rows.add(row);
            if (!talk.json && (!talk.quiet || row.outcome() == Outcome.FAILED)) {
                out.println(line(row));
                out.flush();
            }
        });
        long passed = count(rows, Outcome.PASSED);
        long failed = count(rows, Outcome.FAILED);
        long skipped = count(rows, Outcome.SKIPPED);
        talk.answer(new Answer(passed, failed, skipped, rows.stream().map(Row::of).toList()),
                Words.say("check.counts", passed, failed, skipped));
        // A folder in which nothing could be compared proves nothing.
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private static String line(CheckRow row) {
        String outcome = Words.say("check." + row.outcome().name().toLowerCase(Locale.ROOT));
        String numbers = Double.isNaN(row.error()) ? row.remark()
                : Words.say("check.error", number(row.error()), number(row.tolerance()));
        return String.format("%-8s %-62s %s", outcome, row.item(), numbers).stripTrailing();
    }

    private static String number(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.2g", value);
    }

    private static long count(List<CheckRow> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
