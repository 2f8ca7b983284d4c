package dev.storyloom.character;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Sends a picture that only its owner may see, under a name and a type that the server chose. */
final class OwnPicture {

    private OwnPicture() {
    }

    static Response jpeg(InputStream bytes, String name) {
        return Response.ok(bytes, "image/jpeg")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .build();
    }
}
