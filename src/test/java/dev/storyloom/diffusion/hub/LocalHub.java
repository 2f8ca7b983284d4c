package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A model hub on the loopback address that can be told to misbehave. */
final class LocalHub implements AutoCloseable {

    static final String REPOSITORY = "somebody/something";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final HttpServer server;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Long> claimed = new LinkedHashMap<>();
    /** What the next answers for files do instead of what they should. */
    final Deque<Fault> faults = new ArrayDeque<>();
    /** Each request: path, Range and Authorization as they came, null where they did not. */
    final List<Seen> seen = new ArrayList<>();

    record Seen(String path, String range, String token) {
    }

    /** Answers an exchange in place of the hub; {@code file} is what was asked for. */
    interface Fault {
        void answer(HttpExchange exchange, byte[] file) throws IOException;
    }

    LocalHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    LocalHub file(String path, byte[] contents) {
        files.put(path, contents);
        return this;
    }

    /** Lists {@code path} with another size than it has. */
    void claim(String path, long size) {
        claimed.put(path, size);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.add(new Seen(path, exchange.getRequestHeaders().getFirst("Range"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        try (exchange) {
            if (path.startsWith("/api/models/" + REPOSITORY + "/revision/")) {
                answer(exchange, listing().getBytes(StandardCharsets.UTF_8));
                return;
            }
            byte[] file = files.get(path.replace("/" + REPOSITORY + "/resolve/" + COMMIT + "/", "").replace("/cdn/", ""));
            Fault fault = faults.poll();
            if (fault != null) {
                fault.answer(exchange, file);
            } else if (file == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                answer(exchange, file);
            }
        }
    }

    private String listing() {
        var siblings = new ArrayList<String>();
        files.forEach((path, contents) -> {
            long size = claimed.getOrDefault(path, (long) contents.length);
            String lfs = path.endsWith(".safetensors")
                    ? ",\"lfs\":{\"size\":" + size + ",\"sha256\":\"" + hash("SHA-256", contents) + "\"}" : "";
            byte[] start = ("blob " + contents.length + "\0").getBytes(StandardCharsets.UTF_8);
            byte[] blob = Arrays.copyOf(start, start.length + contents.length);
            System.arraycopy(contents, 0, blob, start.length, contents.length);
            siblings.add("{\"rfilename\":\"" + path + "\",\"size\":" + size + ",\"blobId\":\"" + hash("SHA-1", blob) + "\""
                    + lfs + "}");
        });
        return "{\"sha\":\"" + COMMIT + "\",\"siblings\":[" + String.join(",", siblings) + "]}";
    }

    static void answer(HttpExchange exchange, byte[] contents) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        if (range != null) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (contents.length - 1) + "/" + contents.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, contents.length == from ? -1 : contents.length - from);
        exchange.getResponseBody().write(contents, from, contents.length - from);
    }

    /** Sends the first {@code bytes} of what was asked for and hangs up. */
    static Fault dropAfter(int bytes) {
        return (exchange, file) -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            if (range != null) {
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, file.length - from);
            exchange.getResponseBody().write(file, from, bytes);
            exchange.getResponseBody().flush();
        };
    }

    static Fault status(int status) {
        return (exchange, file) -> exchange.sendResponseHeaders(status, -1);
    }

    /** All of the file with status 200, whatever range was asked for. */
    static Fault ignoringRanges() {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
        };
    }

    static Fault with(byte[] other) {
        return (exchange, file) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(other);
        };
    }

    static Fault redirect(String location) {
        return (exchange, file) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    private static String hash(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
