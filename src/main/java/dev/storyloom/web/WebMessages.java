package dev.storyloom.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame around every page. */
@MessageBundle("web")
public interface WebMessages {
    @Message("Storyloom")
    String name();
}
