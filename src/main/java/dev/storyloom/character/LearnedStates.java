package dev.storyloom.character;

import dev.storyloom.job.JobRun;
import dev.storyloom.storage.BlobStore;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The states of each character's newest training, and which of them its stories are painted with. */
@ApplicationScoped
class LearnedStates implements PanacheRepositoryBase<LearnedState, UUID> {

    private final Characters characters;
    private final BlobStore blobs;

    LearnedStates(Characters characters, BlobStore blobs) {
        this.characters = characters;
        this.blobs = blobs;
    }

    List<LearnedState> of(UUID characterId) {
        return list("characterId = ?1 order by step", characterId);
    }

    /** A state of this character; any other id is a 404. */
    LearnedState find(UUID id, Character character) {
        return find("id = ?1 and characterId = ?2", id, character.id).firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Puts these states, the best one first, in the place of those of the training before. */
    void keep(JobRun run, Character character, List<Lesson.State> states) {
        var rows = new ArrayList<LearnedState>();
        for (var state : states) {
            var row = row(run, character, state.step(), rows.isEmpty());
            rows.add(row);
            put(row.loraKey(), state);
            blobs.put(row.pictureKey(), new ByteArrayInputStream(Jpeg.bytes(state.picture())));
        }
        var before = QuarkusTransaction.requiringNew().call(() -> of(character.id));
        run.event("states", new Told(rows.size()), () -> {
            delete("characterId", character.id);
            persist(rows);
        });
        before.stream().filter(old -> rows.stream().noneMatch(row -> row.id.equals(old.id))).forEach(old -> {
            blobs.delete(old.loraKey());
            blobs.delete(old.pictureKey());
        });
    }

    /** From now on stories are painted with this one. */
    @Transactional
    void choose(UUID characterId, UUID ownerId, UUID stateId) {
        var character = characters.findForChange(characterId, ownerId);
        var chosen = find(stateId, character);
        try (var lora = blobs.open(chosen.loraKey()).orElseThrow(NotFoundException::new)) {
            blobs.put(Character.loraKey(characterId), lora);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        of(characterId).forEach(state -> state.chosen = state == chosen);
    }

    /** The same id each time, so that what a broken slice left behind is written over. */
    private static LearnedState row(JobRun run, Character character, int step, boolean first) {
        var row = new LearnedState();
        row.id = UUID.nameUUIDFromBytes((run.jobId() + " " + step).getBytes(StandardCharsets.UTF_8));
        row.characterId = character.id;
        row.step = step;
        row.best = first;
        row.chosen = first;
        return row;
    }

    private void put(String key, Lesson.State state) {
        try (InputStream bytes = Files.newInputStream(state.lora())) {
            blobs.put(key, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are to choose from. */
    record Told(int count) {
    }
}
