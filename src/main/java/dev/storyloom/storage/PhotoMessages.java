package dev.storyloom.storage;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a photo was not taken, and what to do about it. */
@MessageBundle("photo")
public interface PhotoMessages {

    @Message("No file arrived. Choose a photo and try again.")
    String fileMissing();

    @Message("This file is empty.")
    String emptyFile();

    @Message("This file is larger than {limit} MB. A photo straight from a phone is usually smaller; try a smaller copy.")
    String fileTooLarge(int limit);

    @Message("This is not a photo we can read. JPEG, PNG and WebP work.")
    String notAnImage();

    @Message("HEIC and AVIF photos cannot be read yet. On an iPhone choose Settings › Camera › Formats › Most "
            + "Compatible, or save the photo as JPEG.")
    String heicUnsupported();

    @Message("This is a moving picture. Please choose a still photo.")
    String animated();

    @Message("This photo is damaged: a part of it is missing. Try to copy it again from the camera or phone.")
    String corruptImage();

    @Message("This photo has more pixels than we can take (50 million). Please use a smaller copy.")
    String tooManyPixels();

    @Message("This photo is too small: both sides need at least {limit} pixels.")
    String tooSmall(int limit);

    @Message("Cut out a part of photo {number}")
    String crop(int number);

    @Message("Cut out a part of the photo")
    String cropTitle();

    @Message("Put the square around {name} alone; what is around it is then not learned.")
    String cropLead(String name);

    @Message("The photo of {name}")
    String cropPhoto(String name);

    @Message("The part to keep")
    String cropSquare();

    @Message("Drag the square, or its lower right corner to make it larger or smaller. With keys: arrows move it, + "
            + "and − change its size, Shift goes in small steps.")
    String cropKeys();

    @Message("In pixels (the photo has {width} × {height})")
    String cropNumbers(int width, int height);

    @Message("From the left")
    String cropLeft();

    @Message("From the top")
    String cropTop();

    @Message("Side of the square")
    String cropSide();

    @Message("The rest of the photo is deleted and cannot be brought back.")
    String cropGone();

    @Message("Keep this part")
    String cropDo();

    @Message("This picture is too long and narrow. Please cut out the part with your character.")
    String badAspect();

    @Message("The square has to lie within the photo, and its side needs at least {limit} pixels.")
    String badSquare(int limit);

    @Message("You have already added this photo.")
    String duplicate();

    @Message("{limit} photos are enough for one character. Remove one to add another.")
    String photoLimit(int limit);

    @Message("Many photos are being read right now. Please try this one again in a moment.")
    String busy();

    @Message("The disk of this computer is full, so nothing was kept. Make some room and try again.")
    String storage();
}
