package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights from a model folder's files, as FLOAT32. What is stored as FLOAT32 is used where it is mapped, without a
 * copy: such an array must never be written to.
 */
public final class StoredWeights implements Weights.Source {
    private final TensorSource tensors;
    private final NDManager owner;

    /** {@code owner} owns the arrays and thereby decides how long they live. */
    public StoredWeights(TensorSource tensors, NDManager owner) {
        this.tensors = tensors;
        this.owner = owner;
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
            array = switch (info.dtype()) {
                        case F32 -> owner.create(bytes, shape, DataType.FLOAT32);
                        case F16 -> owner.create(bytes, shape, DataType.FLOAT16).toType(DataType.FLOAT32, true);
                        case BF16 -> Ops.bfloat16ToFloat32(owner.create(bytes, shape, DataType.FLOAT16));
                        default -> throw new ModelException(
                                "The model's weight " + name + " is stored as " + info.dtype() + ", which is no weight.");
                    };
            scope.keep(array);
        }
        // A model that is loaded while a scope is open outlives it all the same.
        return Scope.release(array);
    }
}
