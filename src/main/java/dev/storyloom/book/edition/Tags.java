package dev.storyloom.book.edition;

import java.io.IOException;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * What a PDF says to programs that read it aloud: which of the marks are headings, paragraphs and pictures, in reading
 * order, and which are decoration only (PDF 32000-1, 14.7 and 14.8).
 */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement book = new PDStructureElement("Document", root);
    private final TreeMap<Integer, PDParentTreeValue> parents = new TreeMap<>();
    private PDPage page;
    private COSArray onPage;

    Tags(PDDocument document, String language) {
        book.setLanguage(language);
        root.appendKid(book);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }

    /** What is opened from now on stands on this page. */
    void turnTo(PDPage next) {
        page = next;
        onPage = new COSArray();
        page.setStructParents(parents.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parents.put(parents.size(), new PDParentTreeValue(onPage));
    }

    /** What is drawn until {@link #close} is one element of this type. */
    void open(PDPageContentStream pen, String type) throws IOException {
        open(pen, type, null);
    }

    /** A picture, and what is said of it. */
    void picture(PDPageContentStream pen, String words) throws IOException {
        open(pen, "Figure", words);
    }

    private void open(PDPageContentStream pen, String type, String words) throws IOException {
        var element = new PDStructureElement(type, book);
        element.setPage(page);
        if (words != null) {
            element.setAlternateDescription(words);
        }
        pen.beginMarkedContent(COSName.getPDFName(type), onPage.size());
        element.appendKid(onPage.size());
        onPage.add(element.getCOSObject());
        book.appendKid(element);
    }

    /** What is drawn until {@link #close} is passed over in silence. */
    void decoration(PDPageContentStream pen) throws IOException {
        pen.beginMarkedContent(COSName.ARTIFACT);
    }

    void close(PDPageContentStream pen) throws IOException {
        pen.endMarkedContent();
    }

    /** When all pages are drawn. */
    void finish() {
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(parents.size());
    }
}
