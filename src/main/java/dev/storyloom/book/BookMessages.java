package dev.storyloom.book;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the books. */
@MessageBundle("book")
public interface BookMessages {
    @Message("Your books")
    String books();

    @Message("Every finished book stands here, ready for the next bedtime.")
    String booksLead();

    @Message("The shelf is still empty")
    String emptyTitle();

    @Message("Write a story and let it be painted; the book will stand here.")
    String emptyText();

    @Message("Write a story")
    String writeStory();

    @Message("Read")
    String read();

    @Message("Cover")
    String cover();

    @Message("Begin")
    String begin();

    @Message("Page {number} of {count}")
    String pageOf(int number, int count);

    @Message("Picture for page {number}")
    String pictureOf(int number);

    @Message("Next page")
    String next();

    @Message("Page before")
    String previous();

    @Message("Full screen")
    String fullScreen();

    @Message("Back to the shelf")
    String toShelf();

    @Message("Share")
    String share();

    @Message("Edit the story")
    String edit();

    @Message("The end")
    String end();

    @Message("Read it again")
    String again();

    @Message("The pictures in this book were made with AI.")
    String madeWithAi();

    @Message("Made with Storyloom")
    String madeWith();

    @Message("Change this page")
    String change();

    @Message("Paint another picture")
    String repaint();

    @Message("Paint three more to choose from")
    String repaintMore();

    @Message("Change the words")
    String changeWords();

    @Message("The book keeps this picture until the new one is finished.")
    String repaintHint();

    @Message("Share “{title}”")
    String shareTitle(String title);

    @Message("Whoever has the link can read this book, without an account. They see the pages and nothing else: no "
            + "photos, no notes, nothing about how it was made.")
    String shareLead();

    @Message("How long should the link work?")
    String shareHowLong();

    @Message("One week")
    String week();

    @Message("30 days")
    String month();

    @Message("One year")
    String year();

    @Message("Make a link")
    String makeLink();

    @Message("Your link is ready")
    String linkReady();

    @Message("Copy it now. For safety we keep only a fingerprint of it, so we cannot show it again; you can make "
            + "another one at any time.")
    String linkOnce();

    @Message("The link to the book")
    String linkLabel();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("QR code with the link: point a phone's camera at it")
    String qrLabel();

    @Message("Try the link")
    String tryLink();

    @Message("Links to this book")
    String links();

    @Message("There is no link yet.")
    String noLinks();

    @Message("Made")
    String made();

    @Message("Works until")
    String until();

    @Message("Opened")
    String opened();

    @Message("{#if count == 1}once{#else}{count} times{/if}")
    String times(int count);

    @Message("Taken back")
    String revoked();

    @Message("Expired")
    String expired();

    @Message("Take back")
    String revoke();

    @Message("Take back the link made on {date}")
    String revokeLabel(String date);

    @Message("Please choose one of the given times for the link.")
    String badDays();

    @Message("Back to the book")
    String toBook();

    @Message("A picture book for you")
    String cardText();

    @Message("Read to me")
    String readAloud();

    @Message("Stop reading")
    String stopReading();

    @Message("This device has no voice for the book's language. You can add one in the device's settings.")
    String noVoice();

    @Message("Words, light, saving")
    String look();

    @Message("Size of the words")
    String size();

    @Message("Usual words")
    String sizeUsual();

    @Message("Large words")
    String sizeLarge();

    @Message("Very large words")
    String sizeHuge();

    @Message("Light")
    String light();

    @Message("Like the device")
    String lightDevice();

    @Message("Paper")
    String lightPaper();

    @Message("Night")
    String lightNight();

    @Message("Save the book")
    String save();

    @Message("to read on a screen or print at home")
    String savePdf();

    @Message("PDF for a printer")
    String savePrint();

    @Message("for a print shop: bleed, crop marks, 300 DPI")
    String savePrintHint();

    @Message("for e-readers and reading apps")
    String saveEpub();

    @Message("The pictures alone")
    String savePictures();

    @Message("PIN (if you like)")
    String sharePin();

    @Message("4 to 8 digits. Readers type it once; send it another way than the link.")
    String sharePinHint();

    @Message("A PIN has 4 to 8 digits; or leave it empty.")
    String badPin();

    @Message("Readers may save the book (PDF, EPUB, pictures)")
    String shareSavable();

    @Message("with a PIN")
    String withPin();

    @Message("may be saved")
    String withSaving();

    @Message("This book has a PIN")
    String pinTitle();

    @Message("Whoever sent you the link knows the PIN.")
    String pinLead();

    @Message("PIN")
    String pinLabel();

    @Message("Open the book")
    String pinOpen();

    @Message("That is not the PIN. Please try again.")
    String pinWrong();

    @Message("Too many tries. Please wait 15 minutes.")
    String pinTooOften();

    @Message("The pictures this page can show")
    String variants();

    @Message("Show picture {number}")
    String variant(int number);
}
