package dev.storyloom.diffusion.bench;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Another program that does the same task, to be measured in turn with this one. It says {@code ready} when it is, then
 * answers each line it is given with the milliseconds that one repetition took it, and ends with its input.
 */
public final class Rival implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter requests;

    /** Starts {@code command} through the shell, with the task's name as its last word, and waits until it is ready. */
    public Rival(String command, String task) {
        try {
            process = new ProcessBuilder(List.of("sh", "-c", "exec " + command + " " + task))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        requests = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        while (!answer().equals("ready")) {
            // What libraries say while they start is of no interest.
        }
    }

    /** Milliseconds of one repetition. */
    double time() {
        requests.println("go");
        String answer = answer();
        try {
            return Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            throw new UncheckedIOException(new IOException("The other program answered: " + answer, e));
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new EOFException("The other program ended too early.");
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        requests.close();
        process.destroy();
    }
}
