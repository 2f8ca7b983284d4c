package dev.storyloom.rendering;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around painting. */
@MessageBundle("rendering")
public interface RenderingMessages {
    @Message("“{title}” is being made")
    String title(String title);

    @Message("“{title}” is ready")
    String readyTitle(String title);

    @Message("You can close this page; the work goes on, and everything will be here when you come back.")
    String lead();

    @Message("Getting to know {name}")
    String learning(String name);

    @Message("The painter looks at the pictures again and again until it knows {name} by heart.")
    String learningText(String name);

    @Message("Photos of {name}")
    String photosOf(String name);

    @Message("{name} as the painter knows them so far")
    String learningSample(String name);

    @Message("Painting the pages")
    String painting();

    @Message("Waiting for its turn")
    String queued();

    @Message("{place} before you in the queue")
    String place(String place);

    @Message("Page {page} of {pages}")
    String pageAtWork(String page, String pages);

    @Message("Step {step} of {steps}")
    String step(String step, String steps);

    @Message("about {minutes} min left")
    String minutesLeft(String minutes);

    @Message("less than a minute left")
    String secondsLeft();

    @Message("Read the book")
    String read();

    @Message("Share it")
    String share();

    @Message("Stop")
    String cancel();

    @Message("Stopping …")
    String cancelling();

    @Message("Painting was stopped. The finished pages are kept.")
    String cancelled();

    @Message("Go on painting")
    String resume();

    @Message("Something went wrong while painting. The finished pages are kept.")
    String failed();

    @Message("Learning stopped before it was finished.")
    String learningFailed();

    @Message("Try again")
    String retry();

    @Message("Some pages were changed and wait for their new picture.")
    String stale();

    @Message("Paint")
    String paint();

    @Message("Nothing has been painted yet.")
    String idle();

    @Message("Page {number}, not painted yet")
    String notYet(int number);

    @Message("Picture of page {number}")
    String picture(int number);

    @Message("Back to the story")
    String toStory();

    @Message("Go to {name}")
    String toHero(String name);

    @Message("A character of this story has not been learned from its photos yet. Start that first, then paint the book.")
    String heroNotLearned();

    @Message("Not connected. Trying again …")
    String offline();

    @Message("Pictures of page {number} to choose from")
    String variants(int number);

    @Message("Choose a picture for page {number}")
    String choose(int number);

    @Message("Sketch")
    String sketch();
}
