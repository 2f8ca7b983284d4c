package dev.storyloom.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/**
 * The token that proves a form came from our own page: it follows from a secret in an HttpOnly cookie (the session's,
 * or a visitor's own before signing in), so that it needs no storage, fits every open tab, and dies with the session.
 */
@Named
@RequestScoped
public class Csrf {
    private String token = "";

    /** What a form sends as {@code csrf-token} and a script as {@code X-CSRF-TOKEN}; empty where no cookie can be. */
    public String token() {
        return token;
    }

    public void bind(String token) {
        this.token = token;
    }
}
