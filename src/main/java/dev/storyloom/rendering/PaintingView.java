package dev.storyloom.rendering;

import dev.storyloom.job.JobState;
import dev.storyloom.job.JobView;
import dev.storyloom.story.Hero;
import java.util.List;
import java.util.UUID;

/**
 * The page on which a book comes into being.
 *
 * @param heroes   who plays in the story, perhaps nobody
 * @param learner  who of them is waited for, else null
 * @param learning the learner's training, else null
 * @param photos   addresses of some photos that the learning looks at; empty unless it is waited for
 * @param painting the newest painting, or null if there is none
 */
public record PaintingView(UUID storyId, String title, String language, List<Hero> heroes, Hero learner, Stage learning,
        List<String> photos, Stage painting, List<Frame> frames) {

    /** A job and how it stands. */
    public record Stage(UUID jobId, JobView view) {
    }

    /**
     * A page: its words, and the address of its picture or null; a sketch is a picture until the real one comes.
     *
     * @param variants all its pictures where there are several to choose from
     */
    public record Frame(int position, String narration, String picture, boolean sketch, List<Variant> variants) {
    }

    /** Not when the learning ended between the press of the button and its being noted: then the button is there again. */
    public boolean waits() {
        return learning != null && learning.view().state() != JobState.DONE;
    }

    public boolean atWork() {
        return painting != null && !painting.view().over();
    }

    public boolean queued() {
        return atWork() && painting.view().state() == JobState.QUEUED;
    }

    public boolean failed() {
        return !waits() && painting != null && painting.view().state() == JobState.FAILED;
    }

    public boolean cancelled() {
        return !waits() && painting != null && painting.view().state() == JobState.CANCELLED;
    }

    public boolean idle() {
        return !waits() && painting == null;
    }

    /** The book is bound: every page that stands here is in it. */
    public boolean done() {
        return !waits() && painting != null && painting.view().state() == JobState.DONE
                && paintedCount() == frames.size();
    }

    /** Changes since the last painting left pages without a picture, and nothing paints them. */
    public boolean stale() {
        return !waits() && painting != null && painting.view().state() == JobState.DONE
                && paintedCount() < frames.size();
    }

    public int paintedCount() {
        return (int) frames.stream().filter(frame -> frame.picture() != null && !frame.sketch()).count();
    }
}
