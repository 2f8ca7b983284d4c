package dev.storyloom.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LimelightTest {
    private static final List<Hero> CAST = List.of(hero("owl", "sks"), hero("girl", "tvc"), hero("elephant", "nrf"));

    @Test
    void twoCharactersOnAPageAreCalledByTheirWords() {
        var words = "a tvc girl and a sks owl in the forest";
        assertThat(Limelight.on(words, CAST)).isEqualTo(words);
    }

    @Test
    void aThirdOneIsPaintedAsOneOfItsKind() {
        assertThat(Limelight.on("a nrf elephant, a tvc girl and a sks owl in the forest", CAST))
                .isEqualTo("a nrf elephant, a tvc girl and an owl in the forest");
        assertThat(Limelight.on("a sks owl, the tvc girl and nrf elephant", CAST))
                .isEqualTo("a sks owl, the tvc girl and elephant");
    }

    @Test
    void forWhoReadsAStoryEverybodyHasTheirName() {
        var hero = new Hero(UUID.randomUUID(), "Bé An", "girl", "tvc girl", true, false);
        assertThat(Limelight.byName("a tvc girl cưỡi ngựa, tvc girl cười", List.of(hero)))
                .isEqualTo("Bé An cưỡi ngựa, Bé An cười");
    }

    private static Hero hero(String noun, String word) {
        return new Hero(UUID.randomUUID(), "Mai", noun, word + " " + noun, true, false);
    }
}
