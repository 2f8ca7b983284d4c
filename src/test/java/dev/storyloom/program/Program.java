package dev.storyloom.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged program, run as a process of its own. */
final class Program {

    private static final Path JAR = Path.of(System.getProperty("storyloom.program", "target/quarkus-app/quarkus-run.jar"));
    private static final List<String> SAMPLE = List.of("mit-1-carpet.jpg", "mit-2-sofa.jpg", "mit-3-grass.jpg",
            "mit-4-window.jpg", "mit-5-table.jpg");

    private Program() {
    }

    /** Starts a command line; what it says goes to {@code log}. */
    static Process start(Path log, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("DJL_OFFLINE", "true", "OPT_OUT_TRACKING", "true", "LANG", "en_US.UTF-8",
                "OMP_NUM_THREADS", "1"));
        builder.environment().remove("LC_ALL");
        return builder.start();
    }

    /** The tiny reference model: quick, and its pictures are noise. */
    static Path tinyModel() {
        try {
            return Path.of(Program.class.getResource("/goldens/tiny-sdxl").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sample's first {@code count} photos, at most five, laid out in {@code folder}. */
    static List<Path> photos(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        List<Path> photos = new ArrayList<>();
        for (String name : SAMPLE.subList(0, count)) {
            try (InputStream in = Program.class.getResourceAsStream("/sample/photos/" + name)) {
                Files.copy(in, folder.resolve(name));
                photos.add(folder.resolve(name));
            }
        }
        return photos;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the web application answers; fails with its log when it ends or takes too long. */
    static void awaitReady(Process server, URI address, Path log) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        Instant end = Instant.now().plusSeconds(180);
        while (Instant.now().isBefore(end) && server.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(250);
        }
        throw new AssertionError("Storyloom did not start:\n" + Files.readString(log));
    }
}
