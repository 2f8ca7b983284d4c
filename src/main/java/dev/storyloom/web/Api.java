package dev.storyloom.web;

import io.vertx.core.http.HttpServerRequest;

/**
 * The part of the site for programs. There only a key in the Authorization header says who asks, and never a cookie;
 * that is why no page of another site can act through it, and why it needs no form token.
 */
public final class Api {
    private static final String ROOT = "/api/";
    private static final String BEARER = "Bearer ";

    private Api() {
    }

    public static boolean asks(HttpServerRequest request) {
        return request.path() != null && request.path().startsWith(ROOT);
    }

    /** The key that the request carries, null without one. */
    public static String key(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip() : null;
    }
}
