package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @Test
    void anAddressInsideStoryloomIsKept() {
        assertThat(LocalPath.of("/books/1?page=2").value()).isEqualTo("/books/1?page=2");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"//evil.test", "/\\evil.test", "https://evil.test", "/a\r\nSet-Cookie: x=1", "javascript:x",
            "/\t/evil.test"})
    void anAddressThatLeadsElsewhereBecomesTheHomePage(String given) {
        assertThat(LocalPath.of(given)).isEqualTo(LocalPath.HOME);
    }
}
