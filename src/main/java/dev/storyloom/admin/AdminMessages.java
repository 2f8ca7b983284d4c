package dev.storyloom.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the administrators' page. */
@MessageBundle("admin")
public interface AdminMessages {
    @Message("Administration")
    String title();

    @Message("How this Storyloom is doing. What families write, show and name is not told here.")
    String lead();

    @Message("All times are UTC.")
    String times();

    @Message("Work")
    String jobs();

    @Message("At work")
    String running();

    @Message("Waiting: {count}")
    String waiting(long count);

    @Message("Failed lately")
    String failed();

    @Message("Nothing")
    String nothing();

    @Message("What")
    String what();

    @Message("Account")
    String account();

    @Message("Done")
    String progress();

    @Message("Since")
    String since();

    @Message("When")
    String when();

    @Message("Why")
    String why();

    @Message("Learning a character")
    String learning();

    @Message("Painting a story")
    String painting();

    @Message("a guest")
    String guest();

    @Message("Cancel")
    String cancel();

    @Message("Ending …")
    String cancelling();

    @Message("The model is not there or damaged.")
    String whyModel();

    @Message("What was learned of the character does not fit the model.")
    String whyLora();

    @Message("The disk was full.")
    String whyDisk();

    @Message("There was too little memory.")
    String whyMemory();

    @Message("The program ended several times in the middle of it.")
    String whyCrashed();

    @Message("Something unexpected; the log of the program has it.")
    String whyUnknown();

    @Message("Disk")
    String disk();

    @Message("The data folder is {folder}; counted at {time}.")
    String dataFolder(String folder, String time);

    @Message("Size")
    String size();

    @Message("Photos")
    String photos();

    @Message("What was learned (LoRAs, and trainings at work)")
    String loras();

    @Message("Pictures")
    String pictures();

    @Message("Database")
    String database();

    @Message("Models")
    String models();

    @Message("Other")
    String other();

    @Message("Free on this disk")
    String free();

    @Message("Folder")
    String folder();

    @Message("Parameters")
    String parameters();

    @Message("How it came")
    String origin();

    @Message("bundled")
    String bundled();

    @Message("configured")
    String configured();

    @Message("lies in the data folder, not in use")
    String unused();

    @Message("cannot be used")
    String unusable();

    @Message("Accounts: {count}")
    String users(long count);

    @Message("Created")
    String created();

    @Message("Last seen")
    String lastSeen();

    @Message("Characters")
    String characters();

    @Message("Books")
    String books();

    @Message("Newer accounts")
    String newer();

    @Message("Older accounts")
    String older();
}
