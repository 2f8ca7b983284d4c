package dev.storyloom.cli;

import dev.storyloom.pretrain.PretrainCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's one command line; without a command it serves the web application. */
@Command(name = "storyloom", mixinStandardHelpOptions = true, resourceBundle = Words.BUNDLE,
        versionProvider = Version.class, subcommands = {ServeCommand.class, MakeCommand.class, CondenseCommand.class,
            TrainCommand.class, LikenessCommand.class, LoraCommand.class, RenderCommand.class, ModelsCommand.class,
            CheckCommand.class, BenchCommand.class, DoctorCommand.class, PretrainCommand.class})
public final class Storyloom implements Callable<Integer> {

    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    String language;

    @Mixin
    ServeOptions serve;

    /** Runs one command line to its end; returns the exit code. */
    public static int run(String... arguments) {
        Locale.setDefault(Language.of(arguments, System.getenv(), Locale.getDefault()));
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        if (String.join("", arguments).indexOf('\uFFFD') >= 0) {
            err.println(Words.say("failed.locale"));
            return CommandLine.ExitCode.USAGE;
        }
        try {
            return commandLine().setOut(out).setErr(err).execute(arguments);
        } catch (OutOfMemoryError full) {
            err.println(Words.say("failed.no_memory"));
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Storyloom())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new WhatWentWrong())
                .setParameterExceptionHandler(new WrongCommandLine());
    }

    /** Vietnamese needs UTF-8, whatever a terminal without a locale says. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    @Override
    public Integer call() {
        return serve.run();
    }
}
