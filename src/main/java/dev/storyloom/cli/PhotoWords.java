package dev.storyloom.cli;

import dev.storyloom.storage.PhotoMessages;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoRefusal;
import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.ResourceBundle;

/** The web pages' reasons for a refused photo, read without the template engine that fills them there. */
final class PhotoWords {

    private PhotoWords() {
    }

    static String say(PhotoRefusal reason) {
        var words = (PhotoMessages) Proxy.newProxyInstance(PhotoMessages.class.getClassLoader(),
                new Class<?>[] {PhotoMessages.class}, (proxy, method, values) -> fill(text(method), method, values));
        return PhotoReasons.say(reason, words);
    }

    private static String text(Method message) {
        if (Locale.getDefault().getLanguage().equals("vi")) {
            return ResourceBundle.getBundle("messages.photo", Locale.getDefault()).getString(message.getName());
        }
        return message.getAnnotation(Message.class).value();
    }

    private static String fill(String text, Method message, Object[] values) {
        String filled = text;
        for (int i = 0; i < message.getParameterCount(); i++) {
            filled = filled.replace("{" + message.getParameters()[i].getName() + "}", String.valueOf(values[i]));
        }
        return filled;
    }
}
