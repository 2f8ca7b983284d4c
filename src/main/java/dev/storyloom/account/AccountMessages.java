package dev.storyloom.account;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of registering, signing in and the account page. */
@MessageBundle("account")
public interface AccountMessages {
    @Message("Sign in")
    String signIn();

    @Message("Welcome back")
    String welcomeBack();

    @Message("Your characters and books are waiting for you.")
    String signInLead();

    @Message("Make an account")
    String register();

    @Message("It keeps your characters and books together, for you alone.")
    String registerLead();

    @Message("What you have made so far stays with you.")
    String registerGuestLead();

    @Message("Email")
    String email();

    @Message("Password")
    String password();

    @Message("At least 8 characters. A short sentence is easy to remember and hard to guess.")
    String passwordHint();

    @Message("New here?")
    String newHere();

    @Message("Already have an account?")
    String alreadyHere();

    @Message("Private by default")
    String promiseTitle();

    @Message("Photos and books can be seen by you alone, until you make a link to share.")
    String promiseText();

    @Message("Email and password do not belong together. Please check both.")
    String wrongPair();

    @Message("Please write an email address, like mai@example.org.")
    String emailFault();

    @Message("This email already has an account. Is it yours? Then please sign in.")
    String emailTaken();

    @Message("This password is too short: please use at least 8 characters.")
    String passwordTooShort();

    @Message("This password is too long: please use at most 200 characters.")
    String passwordTooLong();

    @Message("Many people use this password, so it is easy to guess. Please choose another.")
    String passwordCommon();

    @Message("Too many tries. Please wait {minutes} min and try again.")
    String tooManyTries(long minutes);

    @Message("Your account")
    String title();

    @Message("You are signed in as {email}.")
    String signedInAs(String email);

    @Message("You are trying Storyloom as a guest")
    String guestTitle();

    @Message("This browser alone can open what you make. Make an account to keep it and to open it elsewhere.")
    String guestText();

    @Message("Change the password")
    String changePassword();

    @Message("Password now")
    String currentPassword();

    @Message("New password")
    String newPassword();

    @Message("This is not your password. Please try again.")
    String currentPasswordWrong();

    @Message("Your new password is set. Other devices have been signed out.")
    String passwordChanged();

    @Message("Where you are signed in")
    String sessions();

    @Message("This device")
    String thisDevice();

    @Message("Another device")
    String otherDevice();

    @Message("since {day}")
    String since(String day);

    @Message("Sign out there")
    String closeSession();

    @Message("Save")
    String save();

    @Message("A language model as a reader")
    String modelTitle();

    @Message("A language model at {host} can read your stories and say what each picture shows. It often sees more "
            + "than Storyloom's own rules do.")
    String modelText(String host);

    @Message("What would be sent there: the text of each story when you divide it into pages, and its character's name "
            + "and kind (\"Mai, a girl\").")
    String modelLeaves();

    @Message("What never is: photos, pictures, your email, other stories. Your words for the reader stay as you wrote them.")
    String modelStays();

    @Message("Let it read my stories")
    String modelOn();

    @Message("Keep my stories here")
    String modelOff();

    @Message("It reads your stories.")
    String modelIsOn();

    @Message("Off: your stories stay on this machine.")
    String modelIsOff();

    @Message("Keys for programs")
    String keysTitle();

    @Message("With a key a program of yours can do what you can do here. The description of what it may ask for is at "
            + "/api/v1/openapi.")
    String keysText();

    @Message("What is the key for?")
    String keyName();

    @Message("Make a key")
    String keyMake();

    @Message("Copy the key now; we keep only a fingerprint of it and cannot show it again.")
    String keyOnce();

    @Message("The new key")
    String keyNew();

    @Message("Take back")
    String keyRevoke();

    @Message("Make an account first, then you can give keys to programs.")
    String keysForMembers();

    @Message("Take back the key “{name}”")
    String keyRevokeLabel(String name);

    @Message("since {date}")
    String keySince(String date);

    @Message("Please give the key a name of at most {limit} characters.")
    String keyNameWrong(int limit);

    @Message("{limit} keys are the most for one account. Take one back to make another.")
    String keyLimit(int limit);

    @Message("Delete the account")
    String leaveTitle();

    @Message("This deletes everything of yours here, now and for good: photos, what was learned from them, stories, "
            + "pictures, books, and every link that you gave away.")
    String leaveText();

    @Message("Save the books that you want to keep before (in the reader, under Aa).")
    String leaveFirst();

    @Message("Delete my account and everything in it")
    String leaveYes();

    @Message("Your account is deleted")
    String leftTitle();

    @Message("All links to them; whoever opens one finds nothing")
    String leftLinks();

    @Message("Stories with their pictures and books: {count}")
    String leftStories(int count);

    @Message("Characters with all that was learned: {count}")
    String leftCharacters(int count);

    @Message("Photos: {count}")
    String leftPhotos(int count);

    @Message("Take everything along")
    String exportTitle();

    @Message("A file with your photos, stories, pictures and books, as they are kept here.")
    String exportText();

    @Message("Download")
    String exportGet();
}
