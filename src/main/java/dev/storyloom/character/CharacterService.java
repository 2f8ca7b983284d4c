package dev.storyloom.character;

import dev.storyloom.account.AccountLeaving;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes characters, sends them to be learned, and lets them go with all that came from them. */
@ApplicationScoped
public class CharacterService {

    /** The text that an owner agrees to stands in the message bundle; its version changes with its words. */
    static final String ATTESTATION = "2026-11";
    public static final int FEWEST_PHOTOS = 3;
    static final int MOST_CHARACTERS = 10;

    private final Characters characters;
    private final Photos photos;
    private final LearnedStates states;
    private final JobQueue queue;
    private final BlobStore blobs;
    private final Workshop workshop;
    private final Event<CharacterDeleted> deleted;
    private final Page page;
    private final Clock clock;

    CharacterService(Characters characters, Photos photos, LearnedStates states, JobQueue queue, BlobStore blobs,
            Workshop workshop, Event<CharacterDeleted> deleted, Page page, Clock clock) {
        this.characters = characters;
        this.photos = photos;
        this.states = states;
        this.queue = queue;
        this.blobs = blobs;
        this.workshop = workshop;
        this.deleted = deleted;
        this.page = page;
        this.clock = clock;
    }

    /** Makes a character from a form that has been found good; nothing is made without the owner's attestation. */
    @Transactional
    public Character create(UUID ownerId, CharacterForm form) {
        if (!form.attested()) {
            throw new Problem(422, "consent_required", words().consentRequired());
        }
        if (characters.count("ownerId", ownerId) >= MOST_CHARACTERS) {
            throw new Problem(409, "character_limit", words().characterLimit(MOST_CHARACTERS));
        }
        Character character = new Character();
        character.id = UUID.randomUUID();
        character.ownerId = ownerId;
        character.name = form.name().strip();
        character.kind = form.chosen();
        character.classNoun = form.noun();
        character.token = RareWords.free(wordsOfOthers(character));
        character.attestationVersion = ATTESTATION;
        character.attestedAt = clock.instant();
        character.createdAt = clock.instant();
        characters.persist(character);
        return character;
    }

    /** Starts the learning, or returns the job that is at it already, which keeps its pace. */
    @Transactional
    public UUID train(UUID id, UUID ownerId, Pace pace) {
        Character character = characters.findForChange(id, ownerId);
        if (character.attestedAt == null) {
            throw new Problem(409, "consent_required", words().consentRequired());
        }
        long count = photos.count(character);
        if (count < FEWEST_PHOTOS) {
            throw new Problem(422, "too_few_photos",
                    count == 1 ? words().onePhoto(character.name) : words().tooFewPhotos(FEWEST_PHOTOS));
        }
        boolean atWork = queue.newest(id, ownerId, JobKind.TRAIN).filter(job -> !job.state.isOver()).isPresent();
        if (!atWork) {
            character.pace = pace;
            ownWord(character);
        }
        return queue.submit(ownerId, JobKind.TRAIN, id);
    }

    /** Characters from before there was a choice of words share one; who is learned anew gets a word of its own. */
    private void ownWord(Character character) {
        var others = wordsOfOthers(character);
        if (others.contains(character.tokenToLearn())) {
            character.nextToken = RareWords.free(others);
        }
    }

    private Set<String> wordsOfOthers(Character character) {
        return characters.of(character.ownerId).stream().filter(other -> !other.id.equals(character.id))
                .flatMap(other -> Stream.of(other.token, other.tokenToLearn())).collect(Collectors.toSet());
    }

    /** Deletes the character, its photos, what was learned from them and what its jobs left; the rows go first. */
    public Deletion delete(UUID id, UUID ownerId) {
        Deletion rows = deleteRows(id, ownerId);
        int files = blobs.deleteAll(Character.folder(id));
        int work = workshop.clear(id);
        return new Deletion(rows.name(), rows.photos(), rows.learned(), rows.states(), files + work);
    }

    @Transactional
    Deletion deleteRows(UUID id, UUID ownerId) {
        characters.find(id, ownerId);
        queue.drop(id);
        Character character = characters.findForChange(id, ownerId);
        Deletion rows = new Deletion(character.name, (int) photos.count(character), character.ready(),
                (int) states.count("characterId", id), 0);
        deleted.fire(new CharacterDeleted(id, ownerId));
        photos.delete("characterId", id);
        states.delete("characterId", id);
        characters.delete(character);
        return rows;
    }

    /** Everything of an account that is being deleted. */
    void leave(@Observes AccountLeaving leaving) {
        var ids = QuarkusTransaction.requiringNew()
                .call(() -> characters.of(leaving.accountId()).stream().map(character -> character.id).toList());
        ids.forEach(id -> leaving.receipt().character(
                QuarkusTransaction.requiringNew().timeout(60).call(() -> delete(id, leaving.accountId())).photos()));
    }

    private CharacterMessages words() {
        return page.words(CharacterMessages.class);
    }

    /** What a deletion took away, for the receipt. */
    public record Deletion(String name, int photos, boolean learned, int states, int files) {
    }
}
