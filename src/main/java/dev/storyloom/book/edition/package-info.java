/**
 * Books to keep and to print. {@link dev.storyloom.book.edition.Layout} places everything once, in millimetres; the PDF and
 * the EPUB only draw what it placed, so that they cannot differ.
 */
package dev.storyloom.book.edition;
