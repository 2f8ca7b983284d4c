package dev.storyloom.diffusion.bench;

import dev.storyloom.diffusion.weights.ModelPart;
import java.nio.file.Path;

/** A U-Net's way from its files to its first step, which reads and packs every weight. */
public final class UNetStart implements Task {
    private final Path folder;
    private final int rows;
    private final int side;

    public UNetStart(Path folder, int rows, int side) {
        this.folder = folder;
        this.rows = rows;
        this.side = side;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run() {
        try (var made = new LoadedUNet(ModelPart.open(folder));
                var step = new UNetStep(made.unet(), rows, side)) {
            step.run();
        }
    }
}
