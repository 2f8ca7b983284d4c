package dev.storyloom.character;

import dev.storyloom.storage.Pictures;
import dev.storyloom.web.Visitor;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What visitors of the character pages do in tests. */
public final class Studio {

    private static final String BOUNDARY = "x-a-boundary-x";

    private Studio() {
    }

    /** Makes a character and returns its address. */
    public static String character(Visitor visitor) {
        return character(visitor, "Mít", "FOX");
    }

    public static String character(Visitor visitor, String name, String kind) {
        visitor.get("/characters/new");
        return path(visitor.post("/characters", Map.of("name", name, "kind", kind, "attested", "yes")));
    }

    /** Where the reply leads to. */
    public static String path(HttpResponse<?> reply) {
        return reply.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    public static UUID id(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    /** Uploads one file as the script does. */
    static HttpResponse<String> upload(Visitor visitor, String character, String name, byte[] bytes) {
        String before = visitor.headers.put("Accept", "application/json");
        try {
            return visitor.send("POST", character + "/photos", "multipart/form-data; boundary=" + BOUNDARY,
                    BodyPublishers.ofByteArray(multipart(List.of(Map.entry(name, bytes)))));
        } finally {
            visitor.headers.put("Accept", before);
        }
    }

    /** Sends several files as a plain form does. */
    static HttpResponse<String> submit(Visitor visitor, String character, List<Map.Entry<String, byte[]>> files) {
        return visitor.send("POST", character + "/photos", "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(multipart(files)));
    }

    /** Adds this photo. */
    public static void photo(Visitor visitor, String character, byte[] bytes) {
        upload(visitor, character, "photo.jpg", bytes);
    }

    /** Adds this many different photos. */
    public static void photos(Visitor visitor, String character, int count) {
        for (int i = 0; i < count; i++) {
            upload(visitor, character, "photo.jpg", Pictures.jpeg(300 + 4 * i, 300));
        }
    }

    private static byte[] multipart(List<Map.Entry<String, byte[]>> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\""
                    + file.getKey() + "\"\r\nContent-Type: text/html\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.getValue());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
