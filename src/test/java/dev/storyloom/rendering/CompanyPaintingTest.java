package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Guests;
import dev.storyloom.character.Character;
import dev.storyloom.character.CharacterForm;
import dev.storyloom.character.CharacterService;
import dev.storyloom.character.Characters;
import dev.storyloom.job.Job;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobOver;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.SceneEdit;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryRepository;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories in which several trained characters play. */
@QuarkusTest
class CompanyPaintingTest {
    private static final Path LORAS = Path.of("src/test/resources/goldens/lora");
    private static final String TEXT = "Mai woke up in the forest. Tom ran to the beach. "
            + "Mai and Tom swam in the sea. At night the moon was over the mountains.";
    private static final List<String> PROMPTS = List.of("a sks girl in the forest", "a tvc boy on the beach",
            "a sks girl and a tvc boy in the sea", "the mountains at night");

    @Inject
    CharacterService service;
    @Inject
    Characters characters;
    @Inject
    StoryService stories;
    @Inject
    StoryRepository shelf;
    @Inject
    PaintingService painting;
    @Inject
    PaintingPlans plans;
    @Inject
    PictureRepository pictures;
    @Inject
    JobQueue queue;
    @Inject
    Event<JobOver> over;
    @Inject
    BlobStore blobs;
    @Inject
    Guests guests;
    @Inject
    EntityManager database;
    @Inject
    Easel easel;

    private UUID owner;
    private Character mai;
    private Character tom;

    @BeforeEach
    void aGirlAndABoy() {
        owner = guests.create().id;
        mai = service.create(owner, form("Mai", "GIRL"));
        tom = service.create(owner, form("Tom", "BOY"));
    }

    @Test
    void aPageWithTwoIsPaintedWithBothLorasOneWithOneWithItsOwnAndOneWithNoneWithNone() throws IOException {
        learned(mai, "lora_a_r4_alpha4");
        learned(tom, "lora_b_r2_alpha1");
        var story = write();
        assertThat(loras(story)).containsExactly(List.of(file(mai)), List.of(file(tom)), List.of(file(mai), file(tom)),
                List.of());
        easel.painted(story);
        assertThat(pictures.of(story.id)).hasSize(4);
    }

    @Test
    void whatOneOfThemLearnsAnewChangesTheirOwnPagesOnly() throws IOException {
        learned(mai, "lora_a_r4_alpha4");
        learned(tom, "lora_b_r2_alpha1");
        var story = write();
        var before = fingerprints(story);
        learned(tom, "lora_c_te_r2_alpha2");
        var after = fingerprints(story);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1)).isNotEqualTo(before.get(1));
        assertThat(after.get(2)).isNotEqualTo(before.get(2));
        assertThat(after.get(3)).isEqualTo(before.get(3));
    }

    @Test
    void paintingBeginsWhenTheLastOfThemIsLearned() throws IOException {
        var story = write();
        assertThat(painting.start(owner, story.id)).as("nobody teaches them").isFalse();
        var first = learning(mai);
        var second = learning(tom);
        assertThat(painting.start(owner, story.id)).isTrue();
        ends(first, mai, "lora_a_r4_alpha4");
        assertThat(queue.newest(story.id, owner, JobKind.RENDER)).isEmpty();
        ends(second, tom, "lora_b_r2_alpha1");
        assertThat(queue.newest(story.id, owner, JobKind.RENDER)).isPresent();
    }

    @Test
    void aStoryOutlivesOneOfItsCharacters() throws IOException {
        learned(mai, "lora_a_r4_alpha4");
        learned(tom, "lora_b_r2_alpha1");
        var story = write();
        service.delete(tom.id, owner);
        database.clear();
        assertThat(loras(story)).containsExactly(List.of(file(mai)), List.of(), List.of(file(mai)), List.of());
        assertThat(shelf.with(mai.id)).extracting(one -> one.id).containsExactly(story.id);
        assertThat(shelf.with(tom.id)).isEmpty();
    }

    private Story write() {
        var story = stories.write(owner,
                new StoryDraft("", TEXT, 4, List.of(mai.id, tom.id), StoryStyle.PICTURE_BOOK, null));
        for (var scene : easel.scenes(story)) {
            stories.edit(owner, story.id, scene.id, new SceneEdit(scene.narration, PROMPTS.get(scene.position - 1)));
        }
        return story;
    }

    private List<List<Path>> loras(Story story) {
        return plans.of(story.id, owner).sheets().stream().map(sheet -> sheet.wish().request().loras().stream()
                .map(use -> use.file()).toList()).toList();
    }

    private List<String> fingerprints(Story story) {
        return plans.of(story.id, owner).sheets().stream().map(sheet -> sheet.wish().fingerprint()).toList();
    }

    private void learned(Character character, String lora) throws IOException {
        try (var bytes = Files.newInputStream(LORAS.resolve(lora).resolve("pytorch_lora_weights.safetensors"))) {
            blobs.put(Character.loraKey(character.id), bytes);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> characters.update("learnedAt = ?1 where id = ?2", Instant.now(), character.id));
        database.clear();
    }

    private Job learning(Character character) {
        var id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("insert into job (id, owner_id, kind,"
                + " subject_id, state, attempt, claimed, failures, crashes, step, steps, last_seq, created_at) values (?1,"
                + " ?2, 'TRAIN', ?3, 'RUNNING', 1, false, 0, 0, 1, 9, 0, now())").setParameter(1, id).setParameter(2, owner)
                .setParameter(3, character.id).executeUpdate());
        return database.find(Job.class, id);
    }

    private void ends(Job job, Character character, String lora) throws IOException {
        learned(character, lora);
        QuarkusTransaction.requiringNew().run(() -> {
            var row = database.find(Job.class, job.id);
            row.state = JobState.DONE;
            over.fire(new JobOver(row));
        });
        database.clear();
    }

    private Path file(Character character) {
        return blobs.path(Character.loraKey(character.id));
    }

    private static CharacterForm form(String name, String kind) {
        return new CharacterForm(name, kind, "", true, null, null, null);
    }
}
