package dev.storyloom.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame around every page, of the home page and of the pages that tell what went wrong. */
@MessageBundle("web")
public interface WebMessages {
    @Message("Skip to the content")
    String skip();

    @Message("Language")
    String language();

    @Message("Main menu")
    String menu();

    @Message("Characters")
    String characters();

    @Message("Stories")
    String stories();

    @Message("Books")
    String books();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Account")
    String account();

    @Message("Keep my things")
    String keep();

    @Message("Storybooks that star someone you love. Private by default, painted on this machine and nowhere else.")
    String footer();

    @Message("Storybooks that star someone you love")
    String homeTitle();

    @Message("Your child, your dog or a favourite toy, in the pictures of a story you tell yourself.")
    String homeLead();

    @Message("A little fox in a teal scarf stands in an open picture book and holds a lantern, under a moon, by trees "
            + "and a lit house; a thread winds from the page up to a star.")
    String heroAlt();

    @Message("Try it with the sample")
    String trySample();

    @Message("Make our own book")
    String makeOwn();

    @Message("No account needed. A whole book in a few minutes.")
    String sampleHint();

    @Message("How it works")
    String howTitle();

    @Message("Show us who it is")
    String step1Title();

    @Message("Add a few photos of one character: a child, a pet, a toy or a drawing. Storyloom learns to paint it.")
    String step1Text();

    @Message("Tell the story")
    String step2Title();

    @Message("Write it in English or Vietnamese. Storyloom finds the scenes, and you may change each one.")
    String step2Text();

    @Message("Read the book together")
    String step3Title();

    @Message("Every page is painted for you. Read it on a phone, or send a link you can take back at any time.")
    String step3Text();

    @Message("Made to be trusted with a child's photos")
    String trustTitle();

    @Message("Yours alone")
    String trust1Title();

    @Message("Nobody else sees photos, characters and books, until you share a link.")
    String trust1Text();

    @Message("Stays here")
    String trust2Title();

    @Message("Pictures are painted on the machine that runs Storyloom. Photos go to no other company.")
    String trust2Text();

    @Message("Gone means gone")
    String trust3Title();

    @Message("Delete a character, and its photos and all that was learnt from them go too.")
    String trust3Text();

    @Message("We cannot find this page")
    String notFoundTitle();

    @Message("Perhaps the link is old, or it belongs to somebody else.")
    String notFoundText();

    @Message("This is not open to you")
    String forbiddenTitle();

    @Message("The request came from another site, so we did nothing. Please start again from one of our pages.")
    String forbiddenText();

    @Message("This page has been open for a while")
    String expiredTitle();

    @Message("To be safe we did not do it. Please go back, reload the page and try once more; nothing is lost here.")
    String expiredText();

    @Message("That was too much at once")
    String tooLargeTitle();

    @Message("A photo may have up to 15 MB. Please send a smaller one.")
    String tooLargeText();

    @Message("That did not work")
    String badRequestTitle();

    @Message("Something in the request was not as we expected. Please go back and try once more.")
    String badRequestText();

    @Message("Please sign in first")
    String signInFirstTitle();

    @Message("You have been signed out. Sign in, and you can go on.")
    String signInFirstText();

    @Message("A moment, please")
    String tooManyTitle();

    @Message("There were many requests in a short time. Please wait a little and try again.")
    String tooManyText();

    @Message("Something went wrong on our side")
    String serverTitle();

    @Message("It is not your fault, and what you have saved is safe. Please try again in a moment.")
    String serverText();

    @Message("The disk of this computer is full")
    String diskFullTitle();

    @Message("Nothing more can be stored until the disk of this computer has room again. What you have saved is safe.")
    String diskFullText();

    @Message("If it happens again, tell whoever runs this Storyloom this number: {number}")
    String serverNumber(String number);

    @Message("To the home page")
    String goHome();

    @Message("An Idempotency-Key has at most 200 characters.")
    String badKey();

    @Message("The first request with this Idempotency-Key is still being worked on.")
    String inProgress();

    @Message("This Idempotency-Key was used for something else.")
    String keyReused();
}
