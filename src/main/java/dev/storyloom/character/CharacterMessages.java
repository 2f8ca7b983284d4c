package dev.storyloom.character;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about characters, their photos and their learning. */
@MessageBundle("character")
public interface CharacterMessages {

    @Message("Your characters")
    String characters();

    @Message("Whoever you love to tell about: a child, a pet, a toy. A few photos are enough.")
    String charactersLead();

    @Message("New character")
    String make();

    @Message("Nobody here yet")
    String emptyTitle();

    @Message("Choose who shall play in your first story: five photos from different sides make a good likeness.")
    String emptyText();

    @Message("{#if count == 1}1 photo{#else}{count} photos{/if}")
    String photoCount(int count);

    @Message("ready for stories")
    String stateReady();

    @Message("being learned")
    String stateLearning();

    @Message("needs photos")
    String stateNeedsPhotos();

    @Message("ready to be learned")
    String stateHasPhotos();

    @Message("Who is it?")
    String newTitle();

    @Message("First the name and what it is. The photos come next.")
    String newLead();

    @Message("Name")
    String name();

    @Message("As it is called in your stories.")
    String nameHint();

    @Message("Please tell us the name.")
    String nameEmpty();

    @Message("This name is too long: at most {limit} characters.")
    String nameTooLong(int limit);

    @Message("What is it?")
    String kind();

    @Message("The painter starts from this and learns the rest from the photos.")
    String kindHint();

    @Message("People")
    String groupPeople();

    @Message("Pets")
    String groupPets();

    @Message("Animals and soft toys")
    String groupToys();

    @Message("Fantasy")
    String groupFantasy();

    @Message("Something else")
    String kindOther();

    @Message("In a word or two, best in English: dragon, hamster, rag doll")
    String kindOtherHint();

    @Message("Please choose what it is.")
    String kindMissing();

    @Message("Please say in a word or two what it is (letters only, at most {limit}).")
    String kindOtherWrong(int limit);

    @Message("Your word on it")
    String attestTitle();

    @Message("I may use these photos: they show my own child, pet or toy, or I have the permission of the person shown "
            + "or of the parents. I will only make illustrated stories with them.")
    String attestText();

    @Message("The photos stay on this computer, without the place and time that cameras write into them. You can "
            + "delete everything at any moment.")
    String attestPromise();

    @Message("Without your word on it we may not learn from photos. Please tick the box.")
    String consentRequired();

    @Message("{limit} characters are the most for one account. Delete one to make another.")
    String characterLimit(int limit);

    @Message("Go on to the photos")
    String create();

    @Message("Photos of {name}")
    String photosTitle(String name);

    @Message("{name} is a {noun}.")
    String isA(String name, String noun);

    @Message("Drop photos here")
    String dropHere();

    @Message("or choose them")
    String choose();

    @Message("JPEG, PNG or WebP, up to {limit} MB each, several at once")
    String accepted(int limit);

    @Message("Add these photos")
    String addPhotos();

    @Message("What makes good photos")
    String tipsTitle();

    @Message("Five to fifteen photos from different sides and distances")
    String tipSides();

    @Message("Nobody else in the picture, different backgrounds")
    String tipAlone();

    @Message("Sharp and bright; the face or the most important part well seen")
    String tipSharp();

    @Message("{#if count == 0}No photo yet{#else if count == 1}1 photo so far{#else}{count} photos so far{/if}")
    String soFar(int count);

    @Message("{#if count == 1}One more and the learning can start.{#else}{count} more and the learning can start.{/if}")
    String needMore(int count);

    @Message("That is enough to start; a few more sides make it better.")
    String enough();

    @Message("That is a good set.")
    String plenty();

    @Message("Remove photo {number}")
    String remove(int number);

    @Message("Photo {number} of {name}")
    String photoAlt(int number, String name);

    @Message("uploading")
    String uploading();

    @Message("looking at it")
    String checking();

    @Message("Not taken: {name}")
    String notTaken(String name);

    @Message("The upload of this photo broke off. Please try it again.")
    String uploadBroke();

    @Message("Put away this note")
    String dismiss();

    @Message("Only one photo of {name} is here. From a single photo the painter would learn the background and the "
            + "pose too, and repeat them on every page. Please add at least two more from other sides.")
    String onePhoto(String name);

    @Message("At least {fewest} photos are needed, so that the painter sees what stays the same from picture to picture.")
    String tooFewPhotos(int fewest);

    @Message("Learn {name}")
    String train(String name);

    @Message("Learn again from these photos")
    String retrain();

    @Message("This takes some minutes on this computer. You can close the page; it goes on by itself.")
    String trainHint();

    @Message("Watch the learning")
    String watch();

    @Message("{name} is being learned right now.")
    String learningNow(String name);

    @Message("{name} is ready for stories.")
    String readyNow(String name);

    @Message("Write a story with {name}")
    String writeStory(String name);

    @Message("See the photos")
    String toPhotos();

    @Message("All characters")
    String back();

    @Message("Learning {name}")
    String trainingTitle(String name);

    @Message("Waiting for its turn")
    String phaseQueued();

    @Message("{#if count == 1}One job is before it.{#else}{count} jobs are before it.{/if}")
    String ahead(int count);

    @Message("Getting ready")
    String phasePreparing();

    @Message("Painting others of its kind, to know the difference")
    String phaseClassImages();

    @Message("Looking at the photos")
    String phasePhotos();

    @Message("Learning")
    String phaseLearning();

    @Message("{name} has been learned")
    String phaseDone(String name);

    @Message("The learning was stopped")
    String phaseCancelled();

    @Message("The learning did not work out")
    String phaseFailed();

    @Message("Stopping …")
    String phaseCancelling();

    @Message("Step {step} of {steps}")
    String stepOf(String step, String steps);

    @Message("about {minutes} minutes left")
    String minutesLeft(String minutes);

    @Message("less than a minute left")
    String secondsLeft();

    @Message("You may close this page; the learning goes on and you will find it here again.")
    String closeHint();

    @Message("How well it knows the photos")
    String curveTitle();

    @Message("As soon as it has looked at the photos again, you see here how much nearer it has come.")
    String likenessNone();

    @Message("{percent}% nearer")
    String likenessNearer(String percent);

    @Message("The line shows the painter's error at each step. It jumps a lot, for every step asks something else.")
    String curveHint();

    @Message("The painter's error over the steps of the learning")
    String curveLabel();

    @Message("How the painter sees {name} by now")
    String samplesTitle(String name);

    @Message("The first picture comes in a moment.")
    String samplesNone();

    @Message("After step {step}")
    String sampleStep(String step);

    @Message("Stop the learning")
    String cancel();

    @Message("Try again")
    String tryAgain();

    @Message("No connection. We keep trying; nothing is lost.")
    String offline();

    @Message("Delete {name}")
    String delete(String name);

    @Message("This deletes the photos, all that was learned from them, and the pictures painted while learning. Books "
            + "that are finished stay. It cannot be undone.")
    String deleteSure();

    @Message("Yes, delete everything about {name}")
    String deleteYes(String name);

    @Message("{name} has been deleted")
    String deletedTitle(String name);

    @Message("{#if count == 1}1 photo{#else}{count} photos{/if} removed from the disk")
    String deletedPhotos(int count);

    @Message("What was learned (the LoRA) removed")
    String deletedLora();

    @Message("{count} states of the learning removed, with their pictures")
    String deletedStates(int count);

    @Message("Which picture looks most like {name}?")
    String statesTitle(String name);

    @Message("Each was made after so many steps of the learning; fewer steps listen better to a story's words, more "
            + "know the photos better. Choose one, and new pages are painted with it. Pages that were painted with "
            + "another come back with it.")
    String statesHint();

    @Message("After {steps} steps")
    String stateStep(String steps);

    @Message("Chosen")
    String stateChosen();

    @Message("suggested by the learning")
    String stateBest();

    @Message("Checkpoints and prepared pictures of the learning removed")
    String deletedWork();

    @Message("{count} files in all. Nothing of it can be brought back.")
    String deletedFiles(int count);

    @Message("The model that paints is not on this computer. Whoever runs Storyloom has to install it.")
    String errorModelMissing();

    @Message("The model that paints is damaged. Whoever runs Storyloom has to install it again.")
    String errorModelDamaged();

    @Message("The disk of this computer is full. Make some room and try again.")
    String errorDiskFull();

    @Message("This computer has too little memory for the learning.")
    String errorOutOfMemory();

    @Message("The program was ended several times in the middle of this, so we stopped trying.")
    String errorCrashed();

    @Message("Something unexpected happened. Your photos are safe; please try again.")
    String errorUnknown();

    @Message("Almost the same as another")
    String hintTwin();

    @Message("Several faces")
    String hintFaces();

    @Message("Blurred")
    String hintBlurred();

    @Message("Very dark")
    String hintDark();

    @Message("Too bright")
    String hintBright();

    @Message("Rather small")
    String hintSmall();

    @Message("Some photos are almost the same. One from another side, or in another place, would teach more.")
    String adviceTwin();

    @Message("Some photos show several faces. Crop them to the one that is meant, so that nobody else is learnt.")
    String adviceFaces();

    @Message("Some photos are blurred. Hold the phone still, or rest your elbows on something.")
    String adviceBlurred();

    @Message("Some photos are very dark. By a window in daylight is best.")
    String adviceDark();

    @Message("Some photos are too bright. Turn away from the sun or the lamp.")
    String adviceBright();

    @Message("Some photos are small. The ones from the phone itself are better than those that came through a messenger.")
    String adviceSmall();

    @Message("How ready the photos are")
    String readiness();

    @Message("How thoroughly?")
    String pace();

    @Message("Quick")
    String paceQuick();

    @Message("Balanced (twice as long)")
    String paceBalanced();

    @Message("Careful (three times)")
    String paceCareful();
}
