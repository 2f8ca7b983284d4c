package dev.storyloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderBlobStoreTest {

    @TempDir
    Path folder;

    FolderBlobStore store;

    @BeforeEach
    void open() {
        store = new FolderBlobStore(folder);
    }

    @Test
    void whatIsPutCanBeReadAndIsReplacedWhole() throws IOException {
        store.put("a/b.txt", bytes("first"));
        store.put("a/b.txt", bytes("second"));
        assertThat(store.open("a/b.txt").orElseThrow()).hasContent("second");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatIsDeletedIsGone() throws IOException {
        store.put("a/b.txt", bytes("x"));
        store.delete("a/b.txt");
        store.delete("a/b.txt");
        assertThat(store.open("a/b.txt")).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void aWholeBranchIsDeletedAndCounted() throws IOException {
        store.put("a/photos/1.jpg", bytes("x"));
        store.put("a/photos/2.jpg", bytes("x"));
        store.put("b/photos/1.jpg", bytes("x"));
        assertThat(store.deleteAll("a")).isEqualTo(2);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aWriteThatFailsLeavesTheOldBytesAndNothingElse() throws IOException {
        store.put("a/b.txt", bytes("old"));
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) { // read(byte[]) swallows the first failure
                    throw new IOException("No space left on device");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> store.put("a/b.txt", breaking))
                .isInstanceOfSatisfying(StorageFailure.class, failure -> assertThat(failure.full()).isTrue());
        assertThat(store.open("a/b.txt").orElseThrow()).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "a//b", "", "a/.b", "a/b.tar.gz/../x", "A", "a\0b", "a b", "a/"})
    void aKeyThatAPersonMightMakeIsRefused(String key) {
        assertThatThrownBy(() -> store.path(key)).isInstanceOf(IllegalArgumentException.class);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
