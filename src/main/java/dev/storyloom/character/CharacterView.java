package dev.storyloom.character;

import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gathers what the pages about characters show. */
@ApplicationScoped
class CharacterView {

    private static final int GOOD_SET = 8;

    private final Characters characters;
    private final Photos photos;
    private final LearnedStates states;
    private final JobQueue queue;
    private final Page page;

    CharacterView(Characters characters, Photos photos, LearnedStates states, JobQueue queue, Page page) {
        this.characters = characters;
        this.photos = photos;
        this.states = states;
        this.queue = queue;
        this.page = page;
    }

    List<Card> cards(UUID ownerId) {
        return characters.of(ownerId).stream().map(character -> {
            List<Photo> album = photos.of(character);
            return new Card(character.id, character.name, label(character),
                    album.isEmpty() ? null : album.get(0).url(), album.size(), state(character, album.size()));
        }).toList();
    }

    Sheet sheet(Character character, List<Refusal> refusals, String problem) {
        List<Photo> album = photos.of(character);
        return new Sheet(character, label(character), album, state(character, album.size()), states.of(character.id),
                refusals, problem, Coach.of(album), page.words(CharacterMessages.class));
    }

    private State state(Character character, int photoCount) {
        boolean learning = queue.newest(character.id, character.ownerId, JobKind.TRAIN)
                .filter(job -> !job.state.isOver()).isPresent();
        if (learning) {
            return State.LEARNING;
        }
        if (character.ready()) {
            return State.READY;
        }
        return photoCount < CharacterService.FEWEST_PHOTOS ? State.NEEDS_PHOTOS : State.HAS_PHOTOS;
    }

    private String label(Character character) {
        return character.kind == CharacterKind.OTHER ? character.classNoun : character.kind.label(page.locale());
    }

    /** Where a character stands on its way into stories. */
    enum State {
        NEEDS_PHOTOS, HAS_PHOTOS, LEARNING, READY
    }

    /** One character on the shelf; the cover is null while it has no photo. */
    record Card(UUID id, String name, String label, String cover, int photos, State state) {
        public String link() {
            return "/characters/" + id + (state == State.LEARNING ? "/training" : "");
        }
    }

    /** A file that was not taken, by its own name, and why. */
    record Refusal(String file, String reason) {
    }

    /** The page of one character; the problem is null unless learning was refused. */
    record Sheet(Character character, String label, List<Photo> photos, State state, List<LearnedState> learned,
            List<Refusal> refusals, String problem, Coach coach, CharacterMessages words) {

        /** What the coach says of this photo, null for nothing. */
        public String hint(UUID photo) {
            var hint = coach.hints().get(photo);
            return hint == null ? null : hint.told(words);
        }

        /** How ready the album is, in hundredths. */
        public int readiness() {
            return coach.readiness();
        }

        /** What would help most, null for nothing. */
        public String advice() {
            return coach.mostly().map(hint -> hint.advice(words)).orElse(null);
        }

        public int count() {
            return photos.size();
        }

        public Pace[] paces() {
            return Pace.values();
        }

        public int missing() {
            return Math.max(0, CharacterService.FEWEST_PHOTOS - photos.size());
        }

        public boolean plenty() {
            return photos.size() >= GOOD_SET;
        }

        public int limit() {
            return PhotoReasons.MOST_PHOTOS;
        }

        public int fewest() {
            return CharacterService.FEWEST_PHOTOS;
        }
    }
}
