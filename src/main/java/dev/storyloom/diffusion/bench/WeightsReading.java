package dev.storyloom.diffusion.bench;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.ModelPart;
import dev.storyloom.diffusion.weights.TensorSource;
import java.nio.file.Path;

/** Reads every weight of a model's files once, into memory of its own: what the start of a model has to be compared with. */
public final class WeightsReading implements Task {
    private final Path folder;

    public WeightsReading(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public void run() {
        TensorSource weights = ModelPart.open(folder).weights();
        try (var owner = Torch.newOwner("bench reading")) {
            weights.tensors().forEach((name, info) -> {
                var array = owner.create(new Shape(info.length()), DataType.UINT8);
                weights.read(name, array.toByteBuffer(true));
            });
        }
    }
}
