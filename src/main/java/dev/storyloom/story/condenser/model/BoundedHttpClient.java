package dev.storyloom.story.condenser.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP that follows no redirect and reads no more than {@link #MOST_BYTES} of an answer, however much is sent. */
final class BoundedHttpClient implements HttpClient {

    static final int MOST_BYTES = 256 * 1024;

    private final java.net.http.HttpClient http;
    private final Duration timeout;

    private BoundedHttpClient(Duration timeout) {
        this.timeout = timeout;
        this.http = java.net.http.HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(timeout).build();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        var sent = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(timeout)
                .method(request.method().name(), request.body() == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        try {
            HttpResponse<InputStream> response = http.send(sent.build(), HttpResponse.BodyHandlers.ofInputStream());
            String body = read(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new HttpException(response.statusCode(), "status " + response.statusCode());
            }
            return SuccessfulHttpResponse.builder().statusCode(response.statusCode())
                    .headers(response.headers().map()).body(body).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String read(InputStream body) throws IOException {
        try (body) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("the answer is longer than " + MOST_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("one question has one answer");
    }

    /** Makes clients for LangChain4j. */
    static final class Builder implements HttpClientBuilder {

        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(60);

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connectTimeout = timeout;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return readTimeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            readTimeout = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return new BoundedHttpClient(readTimeout);
        }
    }
}
