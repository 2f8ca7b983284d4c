package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.pretrain.painter.Vocabulary;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CharacterKindTest {

    @Test
    void theBundledModelDrawsEveryKindThatCanBeChosen() {
        assertThat(Vocabulary.subjects().stream().map(subject -> subject.english().get(0)))
                .containsAll(Stream.of(CharacterKind.values()).filter(kind -> kind != CharacterKind.OTHER)
                        .map(CharacterKind::noun).toList());
    }

    @Test
    void aWritersOwnWordInEitherLanguageIsRecognised() {
        assertThat(CharacterKind.named("con mèo")).contains(CharacterKind.CAT);
        assertThat(CharacterKind.named(" A Fox ")).contains(CharacterKind.FOX);
        assertThat(CharacterKind.named("Bé gái")).contains(CharacterKind.GIRL);
        assertThat(CharacterKind.named("dragon")).isEmpty();
    }

    @Test
    void everyKindHasALabelInBothLanguages() {
        assertThat(Stream.of(CharacterKind.values()).filter(kind -> kind != CharacterKind.OTHER))
                .allSatisfy(kind -> {
                    assertThat(kind.label(Locale.ENGLISH)).isNotBlank();
                    assertThat(kind.label(Locale.forLanguageTag("vi"))).isNotBlank();
                });
    }
}
