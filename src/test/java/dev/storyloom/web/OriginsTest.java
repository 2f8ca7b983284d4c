package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void thePublicAddressIsCutToItsOrigin() {
        assertThat(new Origins(Optional.of("https://Books.example.org/app/")).own(null))
                .isEqualTo("https://books.example.org");
        assertThat(new Origins(Optional.of("http://localhost:8080")).own(null)).isEqualTo("http://localhost:8080");
    }
}
