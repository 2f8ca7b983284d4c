package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.storyloom.account.Guests;
import dev.storyloom.book.BookPage;
import dev.storyloom.book.BookRepository;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.Scene;
import dev.storyloom.story.SceneEdit;
import dev.storyloom.story.ScenePictures;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaintingTest {
    @Inject
    StoryService stories;
    @Inject
    ScenePictures scenePictures;
    @Inject
    PaintingService painting;
    @Inject
    PictureRepository pictures;
    @Inject
    BookRepository books;
    @Inject
    JobQueue queue;
    @Inject
    BlobStore blobs;
    @Inject
    EntityManager database;
    @Inject
    Guests guests;
    @Inject
    Easel easel;

    private UUID owner;
    private Story story;

    @BeforeEach
    void aStory() {
        owner = guests.create().id;
        story = easel.story(owner);
    }

    @Test
    void everyPageIsPaintedOnceAndToldOnceAndTheBookIsBound() throws IOException {
        painted();
        assertThat(pictures.of(story.id)).hasSize(4);
        assertThat(told("page")).hasSize(4);
        assertThat(told("book")).hasSize(1);
        for (var page : book()) {
            try (var png = blobs.open(page.blobKey).orElseThrow()) {
                assertThat(ImageIO.read(png).getWidth()).isEqualTo(64);
            }
        }
        assertThat(book()).extracting(page -> page.narration)
                .isEqualTo(scenesNow().stream().map(scene -> scene.narration).toList());
    }

    @Test
    void everyStepTellsWhatThePageIsComingTo() {
        assertThat(easel.painted(story).detail).contains("\"glimpse\":{\"width\":", "\"rgb\":\"");
    }

    @Test
    void aBookThatIsPaintedAgainPaintsNothingAgain() {
        painted();
        var first = book().stream().map(page -> page.pictureId).toList();
        painted();
        assertThat(pictures.of(story.id)).hasSize(4);
        assertThat(told("page")).hasSize(4);
        assertThat(book()).extracting(page -> page.pictureId).isEqualTo(first);
    }

    @Test
    void onlyThePageWhoseWordsChangedIsPaintedAgain() {
        painted();
        var before = book();
        var second = scenesNow().get(1);
        stories.edit(owner, story.id, second.id, new SceneEdit("Everything was new.", "a castle at night"));
        painted();
        assertThat(pictures.of(story.id)).hasSize(5);
        assertThat(book().get(1).pictureId).isNotEqualTo(before.get(1).pictureId);
        assertThat(book().get(1).narration).isEqualTo("Everything was new.");
        assertThat(book().get(0).pictureId).isEqualTo(before.get(0).pictureId);
    }

    @Test
    void anotherPictureHasAnotherSeedAndLeavesTheOtherPagesAlone() {
        painted();
        var before = book();
        scenePictures.another(owner, story.id, scenesNow().get(2).id);
        painted();
        assertThat(pictures.of(story.id)).hasSize(5).extracting(picture -> picture.seed).doesNotHaveDuplicates();
        assertThat(book().get(2).pictureId).isNotEqualTo(before.get(2).pictureId);
        assertThat(book().get(3).pictureId).isEqualTo(before.get(3).pictureId);
    }

    @Test
    void aPageGoesBackToAPictureThatItHadBeforeAndForthAgain() {
        painted();
        var scene = scenesNow().get(2).id;
        var first = book().get(2).pictureId;
        assertThat(painting.variants(owner, story.id)).isEmpty();
        scenePictures.another(owner, story.id, scene);
        painted();
        var second = book().get(2).pictureId;
        assertThat(painting.variants(owner, story.id).get(scene)).extracting(Variant::version, Variant::chosen)
                .containsExactly(tuple(1, false), tuple(2, true));
        painting.choose(owner, story.id, scene, 1);
        assertThat(book().get(2).pictureId).isEqualTo(first);
        painting.choose(owner, story.id, scene, 2);
        assertThat(book().get(2).pictureId).isEqualTo(second);
        painting.choose(owner, story.id, scene, 1);
        scenePictures.another(owner, story.id, scene);
        painted();
        assertThat(book().get(2).pictureId).as("a third one").isNotIn(first, second);
        assertThatThrownBy(() -> painting.choose(owner, story.id, scene, 4)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void threeMorePicturesComeBesideTheOneThatThePageKeepsUntilAnotherIsChosen() {
        painted();
        var scene = scenesNow().get(1).id;
        var before = book();
        painting.more(owner, story.id, scene, 3);
        painted();
        assertThat(told("variant")).hasSize(3);
        assertThat(told("page")).hasSize(4);
        assertThat(book()).extracting(page -> page.pictureId).isEqualTo(before.stream().map(page -> page.pictureId).toList());
        assertThat(painting.variants(owner, story.id).get(scene)).extracting(Variant::version, Variant::chosen)
                .containsExactly(tuple(1, true), tuple(2, false), tuple(3, false), tuple(4, false));
        painting.choose(owner, story.id, scene, 3);
        assertThat(book().get(1).pictureId).isNotEqualTo(before.get(1).pictureId);
        painted();
        assertThat(pictures.of(story.id)).as("nothing is wanted any more").hasSize(7);
    }

    @Test
    void picturesToChooseFromAreNotPaintedForWordsThatHaveChanged() {
        painted();
        var scene = scenesNow().get(1);
        scenePictures.more(owner, story.id, scene.id, 3);
        stories.edit(owner, story.id, scene.id, new SceneEdit(scene.narration, "a castle at night"));
        painted();
        assertThat(pictures.of(story.id)).hasSize(5);
        assertThat(painting.variants(owner, story.id)).isEmpty();
    }

    @Test
    void aLostPageIsPaintedAgainToTheSameBytes() throws IOException {
        painted();
        var page = book().get(0);
        var bytes = Files.readAllBytes(blobs.path(page.blobKey));
        QuarkusTransaction.requiringNew().run(() -> pictures.deleteById(page.pictureId));
        blobs.delete(page.blobKey);
        painted();
        assertThat(Files.readAllBytes(blobs.path(book().get(0).blobKey))).isEqualTo(bytes);
        assertThat(told("page")).hasSize(5);
    }

    @Test
    void aMovedPageKeepsItsPicture() {
        painted();
        var before = book();
        stories.move(owner, story.id, scenesNow().get(0).id, true);
        painted();
        assertThat(pictures.of(story.id)).hasSize(4);
        assertThat(book().get(1).pictureId).isEqualTo(before.get(0).pictureId);
    }

    @Test
    void aDeletedPageLeavesTheBook() {
        painted();
        stories.delete(owner, story.id, scenesNow().get(3).id);
        painted();
        assertThat(book()).hasSize(3);
    }

    @Test
    void aDeletedStoryTakesItsPicturesBookAndJobsWithIt() {
        painted();
        var file = blobs.path(book().get(0).blobKey);
        stories.forget(owner, story.id);
        database.clear();
        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
        assertThat(pictures.of(story.id)).isEmpty();
        assertThat(books.of(owner)).isEmpty();
        assertThat(queue.newest(story.id, owner, JobKind.RENDER)).isEmpty();
    }

    @Test
    void aSeedFollowsFromStorySceneAndVersionOnly() {
        var scene = UUID.randomUUID();
        assertThat(Seeds.of(story.id, scene, 1)).isEqualTo(Seeds.of(story.id, scene, 1)).isBetween(0L, 0x7fffffffL);
        assertThat(Seeds.of(story.id, scene, 2)).isNotEqualTo(Seeds.of(story.id, scene, 1));
        assertThat(Seeds.fingerprint("ab", "c")).isNotEqualTo(Seeds.fingerprint("a", "bc"));
    }

    private void painted() {
        easel.painted(story);
    }

    private List<BookPage> book() {
        return easel.book(story);
    }

    private List<Scene> scenesNow() {
        return easel.scenes(story);
    }

    private List<?> told(String type) {
        return database.createQuery("select e.payload from JobEvent e, Job j where e.jobId = j.id and j.subjectId = ?1"
                + " and e.type = ?2").setParameter(1, story.id).setParameter(2, type).getResultList();
    }
}
