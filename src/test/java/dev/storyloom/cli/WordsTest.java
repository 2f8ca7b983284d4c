package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void everyTextExistsInVietnameseWithTheSameBlanks() throws IOException {
        Properties english = read("cli");
        Properties vietnamese = read("cli_vi");

        assertThat(english).allSatisfy((key, text) -> {
            assertThat(vietnamese).containsKey(key);
            assertThat(blanks(vietnamese.getProperty((String) key))).as((String) key).isEqualTo(blanks((String) text));
        });
    }

    @Test
    void vietnameseHasNothingMoreThanTheEnginesOwnFailures() throws IOException {
        Properties english = read("cli");

        assertThat(read("cli_vi").keySet()).allMatch(key -> english.containsKey(key) || ((String) key).startsWith("engine."));
    }

    @Test
    void theLanguageComesFromTheCommandLineThenFromTheEnvironment() {
        var machine = Locale.ENGLISH;

        assertThat(Language.of(new String[] {"render", "--lang", "vi"}, Map.of("LANG", "en_US.UTF-8"), machine))
                .hasToString("vi");
        assertThat(Language.of(new String[] {"render", "--lang=en"}, Map.of("LANG", "vi_VN.UTF-8"), machine))
                .hasToString("en");
        assertThat(Language.of(new String[0], Map.of("LC_ALL", "", "LANG", "vi_VN.UTF-8"), machine)).hasToString("vi");
        assertThat(Language.of(new String[0], Map.of("LANG", "C"), machine)).hasToString("en");
    }

    private static List<String> blanks(String text) {
        var blanks = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(blank -> blanks.add(blank.group()));
        return List.copyOf(blanks);
    }

    private static Properties read(String bundle) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(WordsTest.class.getResourceAsStream("/messages/" + bundle + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
