package dev.storyloom.diffusion.check;

/**
 * One thing to compare.
 *
 * @param item      what is compared, by its path in the reference folder; after a # the part of a file that is meant
 * @param tolerance largest absolute difference that is still only rounding
 */
public record Comparison(String item, double tolerance, Measure measure) {

    /** Computes with this engine and returns the largest absolute difference from the reference. */
    @FunctionalInterface
    public interface Measure {
        double largestError(Reference reference);
    }

    /** Thrown where the folder does not say what the numbers were made from. */
    static final class NotTold extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTold(String message) {
            super(message);
        }
    }

    /** The file that must be there. */
    public String file() {
        return item.contains("#") ? item.substring(0, item.indexOf('#')) : item;
    }
}
