package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationsTest {
    @TempDir
    Path folder;

    @Test
    void theBestStateStandsWithItsNeighboursAndTheLaterOneGoesFirst() throws IOException {
        assertThat(afterSteps(20, 40, 60, 80, 100, 120).nearest(80)).containsExactly(80, 100, 60, 120);
        assertThat(afterSteps().nearest(120)).containsExactly(120, 100, 80, 60);
    }

    @Test
    void oneStateIsNoChoiceNorAreStatesWithoutTheBest() throws IOException {
        assertThat(new Examinations(folder.resolve("none")).nearest(20)).isEmpty();
        assertThat(afterSteps(20).nearest(20)).isEmpty();
        assertThat(afterSteps(40).nearest(60)).isEmpty();
    }

    private Examinations afterSteps(int... steps) throws IOException {
        var examinations = new Examinations(folder);
        for (var step : steps) {
            Files.createFile(examinations.file(step));
        }
        return examinations;
    }
}
