package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cookies of a Storyloom that people reach over TLS. */
class SecureCookiesTest {
    private final HostCookies cookies = new HostCookies(new Origins(Optional.of("https://books.example.org")));
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void aServerThatSetsOneAndSaysWhichItGot() throws Exception {
        server = vertx.createHttpServer().requestHandler(request -> {
            var got = cookies.read(request, "sid").orElse("none");
            cookies.write(request, "sid", "secret", Duration.ofHours(1));
            request.response().end(got);
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void theyAreOfThisHostAloneAndOnlyForTls() throws Exception {
        assertThat(ask("").headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-sid=secret").contains("Secure")
                .containsIgnoringCase("HttpOnly").contains("SameSite=Lax").contains("Path=/").doesNotContain("Domain");
    }

    @Test
    void oneWithoutThePrefixIsNotLookedAt() throws Exception {
        assertThat(ask("sid=planted").body()).isEqualTo("none");
        assertThat(ask("sid=planted; __Host-sid=own").body()).isEqualTo("own");
    }

    private HttpResponse<String> ask(String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
