package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.AccountMessages;
import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    @ParameterizedTest
    @CsvSource({"web", "account"})
    void everySentenceExistsInVietnamese(String bundle) throws IOException {
        Properties vietnamese = new Properties();
        try (var file = getClass().getResourceAsStream("/messages/" + bundle + "_vi.properties")) {
            vietnamese.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        Class<?> messages = bundle.equals("web") ? WebMessages.class : AccountMessages.class;
        assertThat(vietnamese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(messages.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Message.class))
                        .map(Method::getName).toList());
    }
}
