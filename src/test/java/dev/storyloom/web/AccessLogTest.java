package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessLogTest {
    @Test
    void theTokenOfASharedBookIsNotWritten() {
        assertThat(AccessLog.masked("/s/k3yk3y/page/1")).isEqualTo("/s/***/page/1");
    }

    @Test
    void aPathCannotBeginANewLine() {
        assertThat(AccessLog.masked("/a\r\nb\u2028c")).isEqualTo("/a??b?c");
    }
}
