package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Pictures that are painted together: they differ in words and seeds alone.
 *
 * @param shape of the latents of all of them, (B, C, h, w)
 */
record Batch(List<ImageRequest> requests, Shape shape) {

    /** Throws IllegalArgumentException where the requests cannot be painted together. */
    Batch {
        requests = List.copyOf(requests);
        ImageRequest first = wordless(requests.get(0));
        if (!requests.stream().allMatch(request -> wordless(request).equals(first))) {
            throw new IllegalArgumentException("pictures painted together can differ in words and seeds alone");
        }
    }

    private static ImageRequest wordless(ImageRequest request) {
        return request.withPrompt("").withStyle("").withNegative("").withSeed(0)
                .withOptions(request.options().withSecondPrompts("", ""));
    }

    int size() {
        return requests.size();
    }

    /** What holds for all of them. */
    ImageRequest common() {
        return requests.get(0);
    }

    ImageOptions options() {
        return common().options();
    }

    boolean guided() {
        return common().guidanceScale() > 1;
    }

    /** Of one picture's latents: (C, h, w). */
    Shape rowShape() {
        return new Shape(shape.get(1), shape.get(2), shape.get(3));
    }

    long[] seeds() {
        return requests.stream().mapToLong(ImageRequest::seed).toArray();
    }

    /** One row of noise a picture, joined. */
    float[] draw(Draws draws, int which) {
        int size = (int) rowShape().size();
        var all = new float[size() * size];
        for (int row = 0; row < size(); row++) {
            System.arraycopy(draws.draw(row, which, rowShape()), 0, all, row * size, size);
        }
        return all;
    }
}
