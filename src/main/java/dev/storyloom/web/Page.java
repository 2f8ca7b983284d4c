package dev.storyloom.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** What a template may ask about the page being made: its language and the local address to come back to. */
@Named
@RequestScoped
public class Page {
    private Locale locale = Languages.ENGLISH;
    private LocalPath path = LocalPath.HOME;

    public Locale locale() {
        return locale;
    }

    /** Where the viewer is, with the query; the home page while a form is being answered. */
    public String path() {
        return path.value();
    }

    /** Whether the viewer is in this part of the site, for the menu. */
    public boolean within(String part) {
        return path().equals(part) || path().startsWith(part + "/") || path().startsWith(part + "?");
    }

    /** The messages of a bundle in the viewer's language, for texts that are made in Java. */
    public <T> T words(Class<T> bundle) {
        return locale.equals(Languages.ENGLISH)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(locale.toLanguageTag()));
    }

    void show(Locale locale, LocalPath path) {
        this.locale = locale;
        this.path = path;
    }
}
