package dev.storyloom.story;

import dev.storyloom.character.Character;
import dev.storyloom.character.CharacterDeleted;
import dev.storyloom.character.Characters;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The characters that an account may send into a story. */
@ApplicationScoped
public class Heroes {
    private final Characters characters;
    private final JobQueue queue;
    private final StoryRepository stories;

    Heroes(Characters characters, JobQueue queue, StoryRepository stories) {
        this.characters = characters;
        this.queue = queue;
        this.stories = stories;
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

    /** The owner's character; a foreign and an unknown id are the same 404. */
    @Transactional
    public Hero find(UUID id, UUID ownerId) {
        return hero(characters.find(id, ownerId));
    }

    /** A story outlives its character: its pages stay, new ones are painted without it. */
    void forget(@Observes CharacterDeleted deleted) {
        stories.update("characterId = null, paintWhenReady = null where characterId = ?1", deleted.characterId());
    }

    private Hero hero(Character character) {
        boolean learning = queue.newest(character.id, character.ownerId, JobKind.TRAIN)
                .filter(job -> !job.state.isOver()).isPresent();
        return new Hero(character.id, character.name, character.classNoun, character.phrase(), character.ready(), learning);
    }
}
