package dev.storyloom.cli;

import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line in one line, and where its help is; exit code 2. */
final class WrongCommandLine implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println(sentence(wrong) + " " + Words.say("wrong.help", help));
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return Words.say("wrong.missing",
                    missing.getMissing().stream().map(WrongCommandLine::name).collect(Collectors.joining(", ")));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            return Words.say("wrong.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return Words.say("wrong.value", name(wrong.getArgSpec()), wrong.getValue());
        }
        return wrong.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
