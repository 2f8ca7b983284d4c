package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTest {
    @Test
    void theDataFolderIsKnownByItsWholePath() {
        String path = ConfigProvider.getConfig().getValue(DataFolderSource.DATA_PATH, String.class);
        assertThat(Path.of(path)).isAbsolute().endsWith(Path.of("target", "test-data"));
    }

    @Test
    void theHomePageOpensForEverybody() {
        var reply = new Visitor().get("/");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).contains("Try it with the sample");
    }

    @Test
    void theHealthPageSaysUp() {
        assertThat(new Visitor().get("/q/health/ready").body()).contains("\"status\": \"UP\"");
    }
}
