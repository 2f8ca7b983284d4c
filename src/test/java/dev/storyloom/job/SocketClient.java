package dev.storyloom.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.web.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page that follows a job, for tests. */
final class SocketClient implements WebSocket.Listener {

    final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    volatile int closed;
    private final StringBuilder text = new StringBuilder();
    private final ObjectMapper mapper = new ObjectMapper();
    private WebSocket socket;

    /** Opens the socket as this visitor from this origin (null for none); throws what the handshake throws. */
    static SocketClient open(Visitor visitor, String origin, String job) {
        SocketClient client = new SocketClient();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (visitor.cookies.containsKey("sid")) {
            builder.header("Cookie", "sid=" + visitor.cookies.get("sid"));
        }
        if (origin != null) {
            builder.header("Origin", origin);
        }
        client.socket = builder.buildAsync(URI.create(Visitor.url().replace("http", "ws") + "/ws/jobs/" + job), client)
                .join();
        return client;
    }

    static SocketClient open(Visitor visitor, UUID job) {
        return open(visitor, Visitor.url(), job.toString());
    }

    SocketClient hello(long last) {
        return say("{\"last\":" + last + "}");
    }

    SocketClient say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    List<Long> seqs() {
        return heard.stream().filter(message -> message.has("seq")).map(message -> message.get("seq").asLong()).toList();
    }

    void drop() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                heard.add(mapper.readTree(text.toString()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            text.setLength(0);
        }
        return WebSocket.Listener.super.onText(webSocket, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed = statusCode;
        return WebSocket.Listener.super.onClose(webSocket, statusCode, reason);
    }
}
