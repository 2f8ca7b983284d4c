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

    @Message("HEIC and AVIF photos cannot be read yet. On an iPhone choose Settings › Camera › Formats › Most Compatible, or save the photo as JPEG.")
    String heicUnsupported();

    @Message("This is a moving picture. Please choose a still photo.")
    String animated();

    @Message("This photo is damaged: a part of it is missing. Try to copy it again from the camera or phone.")
    String corruptImage();

    @Message("This photo has more pixels than we can take (50 million). Please use a smaller copy.")
    String tooManyPixels();

    @Message("This photo is too small: both sides need at least {limit} pixels.")
    String tooSmall(int limit);

    @Message("This picture is too long and narrow. Please cut out the part with your character.")
    String badAspect();

    @Message("You have already added this photo.")
    String duplicate();

    @Message("{limit} photos are enough for one character. Remove one to add another.")
    String photoLimit(int limit);

    @Message("Many photos are being read right now. Please try this one again in a moment.")
    String busy();

    @Message("The disk of this computer is full, so nothing was kept. Make some room and try again.")
    String storage();
}
