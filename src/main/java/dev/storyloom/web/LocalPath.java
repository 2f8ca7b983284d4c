package dev.storyloom.web;

import jakarta.ws.rs.core.Response;

/** An address inside Storyloom, safe to send a browser to: never another host, never a line break. */
public record LocalPath(String value) {
    public static final LocalPath HOME = new LocalPath("/");

    public LocalPath {
        if (!isLocal(value)) {
            throw new IllegalArgumentException("Not a local path");
        }
    }

    /** The path as given, or the home page when it is missing or leads elsewhere. */
    public static LocalPath of(String given) {
        return isLocal(given) ? new LocalPath(given) : HOME;
    }

    /** The answer to a form that went well: go there, relative, so that no proxy can lead it astray. */
    public Response redirect() {
        return Response.status(Response.Status.SEE_OTHER).header("Location", value).build();
    }

    private static boolean isLocal(String path) {
        return path != null && path.length() <= 1000 && path.startsWith("/") && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
    }
}
