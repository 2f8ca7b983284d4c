package dev.storyloom.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How much a command says, and in what form: {@code --quiet} and {@code --json}. */
final class Talk {

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    @Option(names = "--json")
    boolean json;

    @Spec(Target.MIXEE)
    CommandSpec command;

    /** On the error stream, so that what a command answers can be piped away. */
    Progress progress() {
        return quiet || json ? Progress.SILENT : Progress.on(command.commandLine().getErr());
    }

    /** The command's answer: the record as JSON for programs, the sentence for people. */
    void answer(Object record, String sentence) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(json(record));
        } else if (!quiet) {
            out.println(sentence);
        }
        out.flush();
    }

    /** For people only, beside the answer. */
    void remark(String sentence) {
        if (!quiet && !json) {
            command.commandLine().getErr().println(sentence);
        }
    }

    static String json(Object record) throws IOException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(record);
    }
}
