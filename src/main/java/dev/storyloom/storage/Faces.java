package dev.storyloom.storage;

import org.openimaj.image.FImage;
import org.openimaj.image.processing.face.detection.HaarCascadeDetector;

/**
 * How many faces look out of a photo: counted, not recognised, and nothing of them is kept. By a cascade of simple
 * features (Viola and Jones 2001) on a small grey copy; a face from the side or half hidden may be missed.
 */
final class Faces {
    /** The longer side of the copy, and the smallest face there; the bound is the time, a quarter of a second. */
    static final int SIDE = 320;
    private static final int SMALLEST = 24;

    private static final HaarCascadeDetector DETECTOR = HaarCascadeDetector.BuiltInCascade.frontalface_alt2.load();

    static {
        DETECTOR.setMinSize(SMALLEST);
    }

    private Faces() {}

    /** {@code grey}: rows of 0 to 255, the longer side {@value #SIDE} at most. */
    static int in(float[][] grey) {
        if (Math.min(grey.length, grey[0].length) < SMALLEST) {
            return 0;
        }
        var image = new FImage(grey).divide(255f);
        // It sets its features to each size in turn.
        synchronized (DETECTOR) {
            return DETECTOR.detectFaces(image).size();
        }
    }
}
