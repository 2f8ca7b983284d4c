package dev.storyloom.web;

import dev.storyloom.character.QuickTeacher;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/**
 * The application with what nobody has who sets nothing: an administrator (named as a person might type it, beside nobody's
 * account), a language model (at an address where nobody listens), sketches of one step, and a teacher that needs no engine.
 * One profile, for each is a start.
 */
public class Equipped implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(QuickTeacher.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("storyloom.administrators", "Keeper@Example.org, nobody@example.org",
                "storyloom.condenser.url", "http://127.0.0.1:9", "storyloom.condenser.model", "small",
                "storyloom.rendering.steps", "3", "storyloom.rendering.sketch-steps", "1",
                "quarkus.datasource.jdbc.url",
                "jdbc:h2:mem:equipped;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1");
    }
}
