package dev.storyloom.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Fills an empty database as if a hundred households had used it for long: each with five learned characters of twelve
 * photos, a hundred stories of eight scenes, and the book of each. Rows only: no file is behind them.
 */
final class ManyHouseholds {
    static final int HOUSEHOLDS = 100;
    static final int STORIES_EACH = 100;
    private static final String DAY = "timestamp with time zone '2026-01-01 12:00:00Z'";
    private static final String WORDS = "'The little fox walked through the quiet wood and looked for the moon, and nobody knew"
            + " where it was hiding tonight. '";

    private final DataSource database;

    ManyHouseholds(DataSource database) {
        this.database = database;
    }

    /** Everybody who is in the database already is one of the households. */
    void moveIn() throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            for (String statement : rows()) {
                sql.executeUpdate(statement);
            }
            sql.execute("analyze");
        }
    }

    private static String[] rows() {
        return new String[] {
            "insert into account (id, email, password_hash, created_at, language_model) select random_uuid(),"
                    + " 'household-' || x || '@example.org', 'x', " + DAY + ", false from system_range(1, " + HOUSEHOLDS
                    + " - (select count(*) from account)) r(x)",
            "insert into account_session (id, token_hash, account_id, created_at, last_seen_at, expires_at) select random_uuid(),"
                    + " random_uuid() || '', a.id, " + DAY + ", " + DAY + ", " + DAY + " from account a, system_range(1, 5) r(x)",
            "insert into story_character (id, owner_id, name, kind, class_noun, token, attestation_version, attested_at,"
                    + " created_at, learned_at) select random_uuid(), a.id, 'Friend ' || x, 'FOX', 'fox', 'sks', '1', " + DAY
                    + ", " + DAY + ", " + DAY + " from account a, system_range(1, 5) r(x)",
            "insert into photo (id, character_id, digest, width, height, created_at, blur, brightness, print) select"
                    + " random_uuid(), c.id, random_uuid() || '', 1024, 1024, " + DAY + ", 400, 128, x * 1234567 from"
                    + " story_character c, system_range(1, 12) r(x)",
            "insert into story (id, owner_id, title, text, language, pages, style, created_at, updated_at) select"
                    + " random_uuid(), a.id, 'The moon, part ' || x, repeat(" + WORDS + ", 18), 'en', 8, 'PICTURE_BOOK', " + DAY
                    + ", dateadd(minute, x, " + DAY
                    + ") from account a, system_range(1, " + STORIES_EACH + ") r(x)",
            "insert into story_role (id, story_id, character_id, position) select random_uuid(), s.id, (select min(c.id) from"
                    + " story_character c where c.owner_id = s.owner_id), 1 from story s",
            "insert into scene (id, story_id, position, narration, prompt, style, negative, cast_names, place,"
                    + " time_of_day, tokens, dropped, version) select random_uuid(), s.id, x, repeat(" + WORDS + ", 2),"
                    + " 'a fox in a forest at night', 'a picture book', 'text', 'Friend 1', 'forest', 'night', 30, '',"
                    + " 1 from story s, system_range(1, 8) r(x)",
            "insert into story_moment (id, story_id, scenes, created_at) select random_uuid(), id, '[]', " + DAY + " from story",
            "insert into picture (id, story_id, fingerprint, blob_key, seed, steps, created_at) select random_uuid(), story_id,"
                    + " id || '', 'stories/' || story_id || '/' || id || '.png', 1, 25, " + DAY + " from scene",
            "insert into book (id, owner_id, story_id, title, language, created_at, updated_at) select random_uuid(),"
                    + " owner_id, id, title, language, created_at, updated_at from story",
            "insert into book_page (id, book_id, position, scene_id, narration, picture_id, blob_key) select random_uuid(), b.id,"
                    + " s.position, s.id, s.narration, p.id, p.blob_key from book b join scene s on s.story_id = b.story_id join"
                    + " picture p on p.fingerprint = s.id || '' and p.story_id = b.story_id",
            "insert into share_link (id, book_id, token_hash, created_at, expires_at, opened) select random_uuid(), id,"
                    + " random_uuid() || '', " + DAY + ", " + DAY + ", 3 from book",
            "insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes, step, steps, last_seq,"
                    + " created_at, finished_at) select random_uuid(), owner_id, 'RENDER', id, 'DONE', 1, false, 0, 0, 8, 8, 40, "
                    + DAY + ", " + DAY + " from story",
            "insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes, step, steps, last_seq,"
                    + " created_at, finished_at) select random_uuid(), owner_id, 'TRAIN', id, 'DONE', 1, false, 0, 0,"
                    + " 100, 100, 20, " + DAY + ", " + DAY + " from story_character",
            "insert into job_event (job_id, seq, type, payload, created_at) select id, x, 'loss', '{\"first\":' || x"
                    + " || ',\"values\":[0.2,0.1,0.1,0.2,0.1]}', created_at from job, system_range(1, 20) r(x)"
                    + " where kind = 'TRAIN'",
            // A queue of fifty, as on the evening before Tết.
            "insert into job (id, owner_id, kind, subject_id, state, attempt, claimed, failures, crashes, step, steps, last_seq,"
                    + " created_at) select random_uuid(), owner_id, 'RENDER', id, 'QUEUED', 0, false, 0, 0, 0, 8, 0, " + DAY
                    + " from story where title = 'The moon, part 1' fetch first 50 rows only",
        };
    }
}
