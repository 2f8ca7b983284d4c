package dev.storyloom.story;

import dev.storyloom.character.Character;
import dev.storyloom.character.CharacterDeleted;
import dev.storyloom.character.Characters;
import dev.storyloom.character.Photos;
import dev.storyloom.character.WordChanged;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.story.StoryRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The characters that an account may send into a story, and those that play in one. */
@ApplicationScoped
public class Heroes {
    private final Characters characters;
    private final Photos photos;
    private final JobQueue queue;
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final StoryHistory history;
    private final Roles roles;

    Heroes(Characters characters, Photos photos, JobQueue queue, StoryRepository stories, SceneRepository scenes,
            StoryHistory history, Roles roles) {
        this.characters = characters;
        this.photos = photos;
        this.queue = queue;
        this.stories = stories;
        this.scenes = scenes;
        this.history = history;
        this.roles = roles;
    }

    @Transactional
    public List<Hero> of(UUID ownerId) {
        return characters.of(ownerId).stream().map(this::hero).toList();
    }

    /** Their names alone, for a shelf of many stories. */
    @Transactional
    Map<UUID, String> names(UUID ownerId) {
        return characters.of(ownerId).stream().collect(Collectors.toMap(character -> character.id, character -> character.name));
    }

    /** Who plays in the story, in the order in which they were chosen. */
    @Transactional
    public List<Hero> in(UUID storyId) {
        return roles.cast(storyId).stream().map(this::hero).toList();
    }

    /** The addresses of a picture for each that has one. */
    @Transactional
    public Map<UUID, String> pictures(UUID ownerId) {
        return photos.firsts(ownerId).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, first -> first.getValue().url()));
    }

    /**
     * The owner's characters, to play in one story; a foreign and an unknown id are the same 404. Two that were learned
     * under the same rare word are refused: one page's words could not tell them apart.
     */
    @Transactional
    List<Hero> cast(List<UUID> ids, UUID ownerId) {
        var cast = ids.stream().map(id -> hero(characters.find(id, ownerId))).toList();
        var words = new HashMap<String, Hero>();
        for (var hero : cast) {
            var before = words.putIfAbsent(hero.word(), hero);
            if (before != null) {
                var again = before.ready() ? hero : before;
                throw new StoryRefused(Reason.SAME_WORD, (again == hero ? before : hero).name(), again.name());
            }
        }
        return cast;
    }

    /** A story outlives its character: its pages stay, new ones are painted without it. */
    void forget(@Observes CharacterDeleted deleted) {
        stories.waitingFor(deleted.characterId()).forEach(story -> story.paintWhenReady = null);
        roles.delete("characterId", deleted.characterId());
    }

    /** Its stories call a character by the word that it was learned under. */
    void call(@Observes WordChanged changed) {
        for (var role : roles.list("characterId", changed.characterId())) {
            scenes.of(role.storyId).forEach(scene -> scene.rename(changed.before(), changed.after()));
            history.rename(role.storyId, changed.before(), changed.after());
        }
    }

    private Hero hero(Character character) {
        boolean learning = queue.newest(character.id, character.ownerId, JobKind.TRAIN)
                .filter(job -> !job.state.isOver()).isPresent();
        return new Hero(character.id, character.name, character.classNoun, character.phrase(), character.ready(), learning);
    }
}
