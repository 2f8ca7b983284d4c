package dev.storyloom.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/** The program's one command line; without a command it serves the web application until it is stopped. */
@TopCommand
@Command(name = "storyloom", mixinStandardHelpOptions = true)
public class Storyloom implements Runnable {
    @Override
    public void run() {
        Quarkus.waitForExit();
    }
}
