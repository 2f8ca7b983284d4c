package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights from a model folder's files. On a processor, what is stored in the wanted format is used where it is mapped,
 * without a copy: such an array must never be written to.
 */
public final class StoredWeights implements Weights.Source {
    private final TensorSource tensors;
    private final NDManager owner;
    private final Precision format;

    /** Weights as FLOAT32; {@code owner} owns the arrays and thereby decides where and how long they live. */
    public StoredWeights(TensorSource tensors, NDManager owner) {
        this(tensors, owner, Precision.FLOAT32);
    }

    /** Weights in {@code format}, or each as its file has it where that is null. */
    public StoredWeights(TensorSource tensors, NDManager owner, Precision format) {
        this.tensors = tensors;
        this.owner = owner;
        this.format = format;
    }

    @Override
    public boolean has(String name) {
        return tensors.tensors().containsKey(name);
    }

    @Override
    public NDArray take(String name, Shape shape) {
        TensorInfo info = tensors.tensors().get(name);
        if (info == null) {
            throw new ModelException("The model lacks the weight " + name + ".");
        }
        if (!Arrays.equals(info.shape(), shape.getShape())) {
            throw new ModelException("The model's weight " + name + " has the shape " + Arrays.toString(info.shape())
                    + "; its config calls for " + Arrays.toString(shape.getShape()) + ".");
        }
        ByteBuffer bytes = tensors.bytes(name);
        NDArray array;
        try (var scope = Scope.open()) {
            NDArray stored = switch (info.dtype()) {
                        case F32 -> owner.create(bytes, shape, DataType.FLOAT32);
                        case F16 -> owner.create(bytes, shape, DataType.FLOAT16);
                        case BF16 -> Ops.asBfloat16(owner.create(bytes, shape, DataType.FLOAT16));
                        default -> throw new ModelException(
                                "The model's weight " + name + " is stored as " + info.dtype() + ", which is no weight.");
                    };
            array = scope.keep(format == null ? stored : format.cast(stored));
        }
        // A model that is loaded while a scope is open outlives it all the same.
        return Scope.release(array);
    }
}
