package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.AccountMessages;
import dev.storyloom.admin.AdminMessages;
import dev.storyloom.book.BookMessages;
import dev.storyloom.character.CharacterMessages;
import dev.storyloom.rendering.RenderingMessages;
import dev.storyloom.storage.PhotoMessages;
import dev.storyloom.story.StoryMessages;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    @ParameterizedTest
    @ValueSource(classes = {WebMessages.class, AccountMessages.class, PhotoMessages.class, CharacterMessages.class,
        StoryMessages.class, RenderingMessages.class, BookMessages.class, AdminMessages.class})
    void everySentenceExistsInVietnamese(Class<?> messages) throws IOException {
        String bundle = messages.getAnnotation(MessageBundle.class).value();
        Properties vietnamese = new Properties();
        try (var file = getClass().getResourceAsStream("/messages/" + bundle + "_vi.properties")) {
            vietnamese.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(vietnamese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(messages.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Message.class))
                        .map(Method::getName).toList());
    }
}
