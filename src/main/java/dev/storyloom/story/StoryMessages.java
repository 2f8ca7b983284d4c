package dev.storyloom.story;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the story pages. */
@MessageBundle("story")
public interface StoryMessages {
    @Message("Your stories")
    String stories();

    @Message("Write one, or paste one you love to read aloud. We find the scenes, you decide what stays.")
    String storiesLead();

    @Message("Write a story")
    String write();

    @Message("No story yet")
    String emptyTitle();

    @Message("Every book starts with a few lines. A true one from your day is often the best.")
    String emptyText();

    @Message("{#if count == 1}1 page{#else}{count} pages{/if}")
    String pageCount(int count);

    @Message("with {name}")
    String withHero(String name);

    @Message("A new story")
    String newTitle();

    @Message("Title")
    String title();

    @Message("You may leave it empty; then we take it from the story.")
    String titleHint();

    @Message("Your story")
    String text();

    @Message("In English or Vietnamese, a few lines or many. Nothing of it leaves this computer.")
    String textHint();

    @Message("Once upon a time …")
    String textPlaceholder();

    @Message("{used} of {limit} characters")
    String counted(String used, String limit);

    @Message("Pages")
    String pages();

    @Message("How old is the listener?")
    String age();

    @Message("It suggests how many pages to make and how large the book's words are at first. You can change both.")
    String ageHint();

    @Message("I'd rather not say")
    String ageAny();

    @Message("{years} years")
    String ageYears(String years);

    @Message("Who is in it?")
    String hero();

    @Message("Choose up to {limit}, or nobody for just the story. A page shows one or two of them as they are; a third "
            + "is painted as any other of its kind.")
    String heroesHint(int limit);

    @Message("At most {limit} of your characters can play in a story.")
    String tooManyHeroes(int limit);

    @Message("{other} and {name} were learned under the same secret word, so the painter would mix them up. Let {name} "
            + "be learned again; then both can play together.")
    String sameWord(String other, String name);

    @Message("still being learned")
    String heroLearning();

    @Message("not learned yet")
    String heroNotReady();

    @Message("Make a character from photos first, and it can play in your story.")
    String heroMissing();

    @Message("Make a character")
    String heroMake();

    @Message("How should it look?")
    String style();

    @Message("Picture book")
    String stylePictureBook();

    @Message("Watercolour")
    String styleWatercolour();

    @Message("Crayon")
    String styleCrayon();

    @Message("Soft clay")
    String styleSoft3d();

    @Message("Night-light")
    String styleNightLight();

    @Message("Paper cut")
    String stylePaperCut();

    @Message("Folk print")
    String styleFolkPrint();

    @Message("Bedtime")
    String styleBedtime();

    @Message("Find the pages")
    String condense();

    @Message("Reading your story …")
    String condensing();

    @Message("Read each page once. The words above are for the reader; the line below them is what the painter gets.")
    String editorLead();

    @Message("Page {number}")
    String page(int number);

    @Message("For the reader")
    String narration();

    @Message("For the painter, in English")
    String prompt();

    @Message("{tokens} of {limit} word pieces")
    String tokens(String tokens, int limit);

    @Message("Too long for the painter: words at the end will be ignored.")
    String tooManyTokens();

    @Message("Left out, because the painter's line was full:")
    String dropped();

    @Message("The painter reads English only.")
    String foreign();

    @Message("Put it into English")
    String putIntoEnglish();

    @Message("Save")
    String save();

    @Message("Saving …")
    String saving();

    @Message("Saved")
    String saved();

    @Message("Not saved. Check your connection; your words are still here.")
    String notSaved();

    @Message("Move page {number} up")
    String moveUp(int number);

    @Message("Move page {number} down")
    String moveDown(int number);

    @Message("Delete page {number}")
    String deletePage(int number);

    @Message("Delete this page?")
    String deletePageSure();

    @Message("Suggest the painter's words again")
    String retell();

    @Message("Add a page here")
    String add();

    @Message("What happens on this page?")
    String addText();

    @Message("Add the page")
    String addSubmit();

    @Message("A book has at most {limit} pages.")
    String full(int limit);

    @Message("Paint the book")
    String paint();

    @Message("{name} is still being learned. Press the button now and painting starts by itself afterwards.")
    String paintLater(String name);

    @Message("{name} is still being learned; then the painting starts by itself.")
    String paintWaiting(String name);

    @Message("{name} has not been learned from the photos yet.")
    String paintNotReady(String name);

    @Message("Go to {name}")
    String toHero(String name);

    @Message("See the painting")
    String toPainting();

    @Message("Delete the story")
    String deleteStory();

    @Message("Delete this story with its pictures, its book and all its links? This cannot be undone.")
    String deleteStorySure();

    @Message("Yes, delete it")
    String deleteStoryYes();

    @Message("All stories")
    String back();

    @Message("Please give the story a title.")
    String titleEmpty();

    @Message("This title is too long: at most {limit} characters.")
    String titleTooLong(int limit);

    @Message("A page needs some words for the reader.")
    String narrationEmpty();

    @Message("The words of one page may have at most {limit} characters.")
    String narrationTooLong(int limit);

    @Message("The painter needs some words to paint from.")
    String promptEmpty();

    @Message("The painter's line may have at most {limit} characters.")
    String promptTooLong(int limit);

    @Message("A book needs at least one page.")
    String lastScene();

    @Message("Undo the last change")
    String undo();

    @Message("Cut this page in two")
    String split();

    @Message("Put the cursor where the new page shall begin; without one it is cut near the middle.")
    String splitHint();

    @Message("Join with the next page")
    String merge();

    @Message("Cut page {number} in two")
    String splitPage(int number);

    @Message("Join page {number} with the next one")
    String mergePage(int number);
}
