package dev.storyloom.story;

import dev.storyloom.account.AccountLeaving;
import dev.storyloom.story.StoryRefused.Reason;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.StoryException;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.StorySafety;
import dev.storyloom.story.condenser.TokenBudget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Writes stories: condenses the text into scenes and keeps the writer's changes to them. */
@ApplicationScoped
public class StoryService {
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final Heroes heroes;
    private final Roles roles;
    private final Condensing condensing;
    private final TokenBudget budget;
    private final StoryHistory history;
    private final Event<StoryDeleted> deleted;
    private final Clock clock;

    StoryService(StoryRepository stories, SceneRepository scenes, Heroes heroes, Roles roles,
            Condensing condensing, TokenBudget budget, StoryHistory history, Event<StoryDeleted> deleted, Clock clock) {
        this.stories = stories;
        this.scenes = scenes;
        this.heroes = heroes;
        this.roles = roles;
        this.condensing = condensing;
        this.budget = budget;
        this.history = history;
        this.deleted = deleted;
        this.clock = clock;
    }

    /** Condenses the draft and stores it with its scenes; nothing is stored when the condenser refuses it. */
    public Story write(UUID ownerId, StoryDraft draft) {
        var story = new Story(ownerId, draft, clock.instant());
        var cast = heroes.cast(draft.characters(), ownerId);
        var plan = condense(story, cast, draft.text(), draft.pages());
        return QuarkusTransaction.joiningExisting().call(() -> store(story, draft.characters(), plan));
    }

    private Story store(Story story, List<UUID> characters, StoryPlan plan) {
        story.language = plan.language();
        if (story.title.isEmpty()) {
            story.title = Wording.atMost(Wording.line(plan.title()), StoryDraft.TITLE_LIMIT);
        }
        stories.persistAndFlush(story);
        roles.give(story.id, characters);
        var position = 0;
        for (var planned : plan.scenes()) {
            var scene = new Scene(story.id, ++position);
            fill(scene, planned);
            scenes.persist(scene);
        }
        return story;
    }

    @Transactional
    public Story retitle(UUID ownerId, UUID storyId, String raw) {
        var title = Wording.line(raw);
        if (Wording.isBlank(title)) {
            throw new StoryRefused(Reason.TITLE_EMPTY);
        }
        if (Wording.length(title) > StoryDraft.TITLE_LIMIT) {
            throw new StoryRefused(Reason.TITLE_TOO_LONG);
        }
        var story = touch(ownerId, storyId);
        story.title = title;
        return story;
    }

    @Transactional
    public Scene edit(UUID ownerId, UUID storyId, UUID sceneId, SceneEdit edit) {
        touch(ownerId, storyId);
        var scene = scenes.find(sceneId, storyId);
        if (scene.narration.equals(edit.narration()) && scene.prompt.equals(edit.prompt())) {
            return scene;
        }
        history.rememberWords(storyId, sceneId);
        if (!scene.narration.equals(edit.narration())) {
            refuseUnsafe(edit.narration());
        }
        scene.narration = edit.narration();
        if (!scene.prompt.equals(edit.prompt())) {
            refuseUnsafe(edit.prompt());
            scene.prompt = edit.prompt();
            scene.spareFrom = 0;
            scene.tokens = budget.count(edit.prompt());
            scene.dropped = "";
        }
        return scene;
    }

    /** Lets the condenser find the painter's words for a scene anew, from its narration as it now stands. */
    public Scene retell(UUID ownerId, UUID storyId, UUID sceneId, String narration) {
        var story = find(ownerId, storyId);
        var text = narration(narration);
        var planned = condense(story, text);
        return refill(ownerId, storyId, sceneId, planned, text);
    }

    /**
     * Puts what the writer told the painter in Vietnamese into English, as the condenser reads it. Her own words are
     * saved first, so that undoing brings them back.
     */
    public Scene putIntoEnglish(UUID ownerId, UUID storyId, UUID sceneId, SceneEdit edit) {
        var story = find(ownerId, storyId);
        QuarkusTransaction.joiningExisting().run(() -> edit(ownerId, storyId, sceneId, edit));
        var planned = condense(story, Limelight.byName(edit.prompt(), heroes.in(story.id)));
        return refill(ownerId, storyId, sceneId, planned, edit.narration());
    }

    /** Tells the painter of a scene anew, in one step that can be taken back. */
    private Scene refill(UUID ownerId, UUID storyId, UUID sceneId, dev.storyloom.story.condenser.Scene planned,
            String narration) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            touch(ownerId, storyId);
            var scene = scenes.find(sceneId, storyId);
            history.remember(storyId);
            fill(scene, planned);
            scene.narration = narration;
            return scene;
        });
    }

    /** Adds a scene with these words for the reader behind the given position (0 = in front of all). */
    public Scene add(UUID ownerId, UUID storyId, int after, String narration) {
        var story = find(ownerId, storyId);
        var text = narration(narration);
        var planned = condense(story, text);
        return QuarkusTransaction.joiningExisting().call(() -> insert(ownerId, storyId, after, text, planned));
    }

    private Scene insert(UUID ownerId, UUID storyId, int after, String text,
            dev.storyloom.story.condenser.Scene planned) {
        touch(ownerId, storyId);
        refuseMore(storyId);
        history.remember(storyId);
        return insert(storyId, after, text, planned);
    }

    private Scene insert(UUID storyId, int after, String text, dev.storyloom.story.condenser.Scene planned) {
        var all = scenes.of(storyId);
        var at = Math.max(0, Math.min(after, all.size()));
        all.stream().skip(at).forEach(later -> later.position++);
        var scene = new Scene(storyId, at + 1);
        fill(scene, planned);
        scene.narration = text;
        scenes.persist(scene);
        return scene;
    }

    @Transactional
    public void delete(UUID ownerId, UUID storyId, UUID sceneId) {
        touch(ownerId, storyId);
        var gone = scenes.find(sceneId, storyId);
        var all = scenes.of(storyId);
        if (all.size() == 1) {
            throw new StoryRefused(Reason.LAST_SCENE);
        }
        history.remember(storyId);
        remove(gone);
    }

    /** Cuts a scene in two: at the place in its words for the reader, or near their middle where the place is at an edge. */
    public Scene split(UUID ownerId, UUID storyId, UUID sceneId, int at) {
        var story = find(ownerId, storyId);
        var whole = QuarkusTransaction.joiningExisting().call(() -> scenes.find(sceneId, storyId).narration);
        var halves = Halves.of(whole, at, story.language).orElseThrow(() -> new StoryRefused(Reason.NARRATION_EMPTY));
        QuarkusTransaction.joiningExisting().run(() -> refuseMore(storyId));
        var planned = condense(story, halves.second());
        return QuarkusTransaction.joiningExisting().call(() -> {
            touch(ownerId, storyId);
            refuseMore(storyId);
            var scene = scenes.find(sceneId, storyId);
            history.remember(storyId);
            scene.narration = halves.first();
            insert(storyId, scene.position, halves.second(), planned);
            return scene;
        });
    }

    /** Joins a scene with the one behind it: the words of both, the picture of the first. The last one stays as it is. */
    @Transactional
    public Scene merge(UUID ownerId, UUID storyId, UUID sceneId) {
        touch(ownerId, storyId);
        var scene = scenes.find(sceneId, storyId);
        scenes.of(storyId).stream().filter(other -> other.position == scene.position + 1).findFirst().ifPresent(next -> {
            var words = narration(scene.narration + "\n" + next.narration);
            history.remember(storyId);
            scene.narration = words;
            remove(next);
        });
        return scene;
    }

    /** Takes back the last change of the scenes. */
    @Transactional
    public void undo(UUID ownerId, UUID storyId) {
        touch(ownerId, storyId);
        history.takeBack(storyId);
    }

    private void refuseMore(UUID storyId) {
        if (scenes.of(storyId).size() >= StoryDraft.MOST_PAGES) {
            throw new StoryRefused(Reason.TOO_MANY_SCENES);
        }
    }

    private void remove(Scene gone) {
        var others = scenes.of(gone.storyId).stream().filter(scene -> !scene.id.equals(gone.id)).toList();
        scenes.delete(gone);
        number(others);
    }

    /** Moves a scene one place towards the front or the end; at the edge nothing happens. */
    @Transactional
    public void move(UUID ownerId, UUID storyId, UUID sceneId, boolean towardsEnd) {
        touch(ownerId, storyId);
        var scene = scenes.find(sceneId, storyId);
        var other = scene.position + (towardsEnd ? 1 : -1);
        scenes.of(storyId).stream().filter(s -> s.position == other).findFirst().ifPresent(neighbour -> {
            history.remember(storyId);
            neighbour.position = scene.position;
            scene.position = other;
        });
    }

    /** Forgets the story, its scenes, and by way of {@link StoryDeleted} all that was made from it. */
    @Transactional
    public void forget(UUID ownerId, UUID storyId) {
        var story = stories.find(storyId, ownerId);
        deleted.fire(new StoryDeleted(story.id));
        stories.delete(story);
    }

    /** Every story of an account that is being deleted. */
    void leave(@Observes AccountLeaving leaving) {
        var ids = QuarkusTransaction.requiringNew()
                .call(() -> stories.of(leaving.accountId()).stream().map(story -> story.id).toList());
        ids.forEach(id -> {
            QuarkusTransaction.requiringNew().run(() -> forget(leaving.accountId(), id));
            leaving.receipt().story();
        });
    }

    private Story find(UUID ownerId, UUID storyId) {
        return QuarkusTransaction.joiningExisting().call(() -> stories.find(storyId, ownerId));
    }

    private Story touch(UUID ownerId, UUID storyId) {
        var story = stories.find(storyId, ownerId);
        story.updatedAt = clock.instant();
        return story;
    }

    /** One scene of these words. */
    private dev.storyloom.story.condenser.Scene condense(Story story, String text) {
        return condense(story, heroes.in(story.id), text, 1).scenes().get(0);
    }

    private StoryPlan condense(Story story, List<Hero> cast, String text, int pages) {
        var plan = condensing.condense(story.ownerId, new CondenserRequest(text, pages,
                cast.stream().map(Hero::castMember).toList(), story.style.words(), budget));
        return new StoryPlan(plan.title(), plan.language(), plan.scenes().stream().map(scene -> lit(scene, cast)).toList());
    }

    private dev.storyloom.story.condenser.Scene lit(dev.storyloom.story.condenser.Scene scene, List<Hero> cast) {
        var prompt = Limelight.on(scene.prompt(), cast);
        return prompt.equals(scene.prompt()) ? scene : new dev.storyloom.story.condenser.Scene(scene.narration(), prompt,
                scene.style(), scene.negative(), scene.cast(), scene.place(), scene.time(), budget.count(prompt),
                scene.dropped());
    }

    private static void refuseUnsafe(String words) {
        var verdict = StorySafety.check(words);
        if (!verdict.safe()) {
            throw StoryException.unsafe(verdict);
        }
    }

    private static String narration(String raw) {
        var text = Wording.text(raw);
        if (Wording.isBlank(text)) {
            throw new StoryRefused(Reason.NARRATION_EMPTY);
        }
        if (Wording.length(text) > SceneEdit.NARRATION_LIMIT) {
            throw new StoryRefused(Reason.NARRATION_TOO_LONG);
        }
        return text;
    }

    private static void fill(Scene scene, dev.storyloom.story.condenser.Scene planned) {
        scene.narration = planned.narration();
        scene.prompt = planned.prompt();
        scene.spareFrom = 0;
        scene.style = planned.style();
        scene.negative = planned.negative();
        scene.castNames = String.join(", ", planned.cast());
        scene.place = planned.place();
        scene.timeOfDay = planned.time();
        scene.tokens = planned.tokens();
        scene.dropped = Wording.atMost(String.join("\n", planned.dropped()), 4_000);
    }

    private static void number(List<Scene> inOrder) {
        var position = 0;
        for (var scene : inOrder) {
            scene.position = ++position;
        }
    }
}
