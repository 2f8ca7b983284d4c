package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.Source;
import dev.storyloom.diffusion.training.Photo;
import java.nio.file.Files;
import java.nio.file.Path;

/** The picture of {@code --image}, brought to the size that is painted. */
record SourcePicture(Photo photo) {

    static SourcePicture read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("failed.no_such_file", file);
        }
        return new SourcePicture(Photo.read(file));
    }

    /** The side asked for, or in proportion to the other; without both the shorter side is the model's own. */
    PixelSize size(int width, int height, int own, int divisor) {
        double scale = width > 0 ? (double) width / photo.width()
                : height > 0 ? (double) height / photo.height()
                : (double) own / Math.min(photo.width(), photo.height());
        return new PixelSize(width > 0 ? width : divisible(photo.width() * scale, divisor),
                height > 0 ? height : divisible(photo.height() * scale, divisor));
    }

    private static int divisible(double side, int divisor) {
        return Math.max(divisor, (int) Math.round(side / divisor) * divisor);
    }

    Source source(PixelSize size, double strength) {
        Photo fitting = photo.covering(size.width(), size.height());
        return Source.picture(fitting.normalised(), size.width(), size.height(), strength);
    }
}
