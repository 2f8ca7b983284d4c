package dev.storyloom.book.edition;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document being written; whatever is a text or a value is escaped by the writer below. */
final class Markup {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Markup() {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An XHTML page with this viewport, or none; its body is open. */
    static Markup page(String language, String title, String viewport, String styles) {
        var page = new Markup().type("<!DOCTYPE html>").open("html", "xmlns", "http://www.w3.org/1999/xhtml",
                "xmlns:epub", "http://www.idpf.org/2007/ops", "lang", language, "xml:lang", language).open("head")
                .leaf("title", title);
        if (viewport != null) {
            page.empty("meta", "name", "viewport", "content", viewport);
        }
        return page.empty("link", "rel", "stylesheet", "type", "text/css", "href", styles).close().open("body");
    }

    /** Opens an element; attributes are name, value, name, value. */
    Markup open(String name, String... attributes) {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Markup empty(String name, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Markup leaf(String name, String content, String... attributes) {
        return open(name, attributes).text(content).close();
    }

    Markup text(String content) {
        try {
            xml.writeCharacters(content);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    Markup close() {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes what is open and returns all of it. */
    String end() {
        try {
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private Markup type(String declaration) {
        try {
            xml.writeDTD(declaration);
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
