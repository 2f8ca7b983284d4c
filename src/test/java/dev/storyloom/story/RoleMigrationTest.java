package dev.storyloom.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class RoleMigrationTest {
    private static final String URL = "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE".formatted(UUID.randomUUID());

    @Test
    void aStoryFromBeforeKeepsItsOneCharacter() throws SQLException {
        try (var database = DriverManager.getConnection(URL)) {
            migrate("15");
            var account = UUID.randomUUID();
            var fox = UUID.randomUUID();
            var withFox = UUID.randomUUID();
            run(database, "insert into account (id, created_at) values ('" + account + "', now())");
            run(database, "insert into story_character (id, owner_id, name, kind, class_noun, token,"
                    + " attestation_version, attested_at, created_at) values ('" + fox + "', '" + account
                    + "', 'Mít', 'FOX', 'fox', 'sks', '1', now(), now())");
            run(database, story(withFox, account, "'" + fox + "'"));
            run(database, story(UUID.randomUUID(), account, "null"));
            migrate("16");
            try (var rows = database.createStatement().executeQuery("select story_id, character_id, position from story_role")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(withFox.toString());
                assertThat(rows.getString(2)).isEqualTo(fox.toString());
                assertThat(rows.getInt(3)).isEqualTo(1);
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private static String story(UUID id, UUID account, String character) {
        return "insert into story (id, owner_id, character_id, title, text, language, pages, style, created_at, updated_at)"
                + " values ('" + id + "', '" + account + "', " + character + ", 'x', 'x', 'en', 4, 'CRAYON', now(), now())";
    }

    private static void migrate(String version) {
        Flyway.configure().dataSource(URL, "", "").locations("classpath:db/migration").target(version).load().migrate();
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
