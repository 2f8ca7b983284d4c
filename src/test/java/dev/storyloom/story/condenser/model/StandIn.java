package dev.storyloom.story.condenser.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on this machine that speaks as an OpenAI-compatible server or as Ollama does, and answers what a test says. */
public final class StandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Function<String, String> answers;
    private final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile Duration delay = Duration.ZERO;
    private volatile int status = 200;

    /** @param answers what the model says to a user message */
    public StandIn(Function<String, String> answers) throws IOException {
        this.answers = answers;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/chat/completions", exchange -> reply(exchange, text -> Map.of("id", "1", "object",
                "chat.completion", "created", 1, "model", "stand-in", "choices", List.of(Map.of("index", 0,
                        "finish_reason", "stop", "message", Map.of("role", "assistant", "content", text))))));
        server.createContext("/api/chat", exchange -> reply(exchange, text -> Map.of("model", "stand-in", "created_at",
                "2026-01-01T00:00:00Z", "done", true, "done_reason", "stop", "message",
                Map.of("role", "assistant", "content", text))));
        server.start();
    }

    StandIn after(Duration wait) {
        delay = wait;
        return this;
    }

    StandIn withStatus(int code) {
        status = code;
        return this;
    }

    public List<JsonNode> asked() {
        return asked;
    }

    public ModelSettings settings(ModelSettings.Kind kind, Duration timeout) {
        String path = kind == ModelSettings.Kind.OPENAI ? "/v1" : "";
        return new ModelSettings(kind, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), "stand-in",
                "", timeout);
    }

    ModelCondenser condenser(ModelSettings.Kind kind, Duration timeout) {
        return new ModelCondenser(new ServedModel(settings(kind, timeout)), timeout);
    }

    private void reply(HttpExchange exchange, Function<String, Object> envelope) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        asked.add(request);
        String user = request.path("messages").path(1).path("content").asText();
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = JSON.writeValueAsString(envelope.apply(answers.apply(user))).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // whoever asked has stopped waiting
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
