package dev.storyloom.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A person with a browser, for tests: keeps cookies, sends the token of the last page with every form and follows no
 * redirect by itself.
 */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public final Map<String, String> cookies = new LinkedHashMap<>();
    public final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "text/html,*/*;q=0.8"));
    public String token = "";

    /** A visitor who has registered just now under an email of their own. */
    public static Visitor registered() {
        Visitor visitor = new Visitor();
        visitor.register(UUID.randomUUID() + "@example.org", "a good long sentence");
        return visitor;
    }

    public HttpResponse<String> register(String email, String password) {
        get("/register");
        HttpResponse<String> reply = post("/register", Map.of("email", email, "password", password));
        get("/");
        return reply;
    }

    public HttpResponse<String> signIn(String email, String password) {
        get("/signin");
        HttpResponse<String> reply = post("/signin", Map.of("email", email, "password", password));
        get("/");
        return reply;
    }

    /** A new key with which a program acts for this visitor. */
    public String key() {
        get("/account");
        Matcher key = Pattern.compile("value=\"(storyloom_[^\"]+)\"")
                .matcher(post("/account/keys", Map.of("name", "test")).body());
        if (!key.find()) {
            throw new IllegalStateException("no key");
        }
        return key.group(1);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("csrf-token", token));
        all.putAll(form);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any other request, for example a multipart upload or JSON, with the token in its header as a script sends it. */
    public HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).header("X-CSRF-TOKEN", token).method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader("Cookie", cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> reply = CLIENT.send(request.build(), BodyHandlers.ofString());
            reply.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher page = TOKEN.matcher(reply.body());
            if (page.find() && !page.group(1).isEmpty()) {
                token = page.group(1);
            }
            return reply;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    public static String url() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
