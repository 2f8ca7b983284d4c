package dev.storyloom.diffusion.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Weights from a model folder's files. On a processor, what is stored in the wanted format is used where it is mapped,
 * without a copy: such an array must never be written to.
 */
public final class StoredWeights implements Weights.Source {
    private final TensorSource tensors;
    private final NDManager owner;
    private final Precision format;
    private final Staging singles;
    private final Staging halves;

    /** Weights as FLOAT32; {@code owner} owns the arrays and thereby decides where and how long they live. */
    public StoredWeights(TensorSource tensors, NDManager owner) {
        this(tensors, owner, Precision.FLOAT32);
    }

    /** Weights in {@code format}, or each as its file has it where that is null. */
    public StoredWeights(TensorSource tensors, NDManager owner, Precision format) {
        this.tensors = tensors;
        this.owner = owner;
        this.format = format;
        this.singles = new Staging(owner, DataType.FLOAT32);
        this.halves = new Staging(owner, DataType.FLOAT16);
    }

    @Override
    public boolean has(String name) {
        return tensors.tensors().containsKey(name);
    }

    @Override
    public boolean isFrozen() {
        return true;
    }

    @Override
    public Device device() {
        return owner.getDevice();
    }

    /** Only what is FLOAT32, or is wanted as that, on a processor. */
    @Override
    public boolean packs(String name) {
        TensorInfo info = tensors.tensors().get(name);
        boolean single = format == Precision.FLOAT32 || format == null && info != null && info.dtype() == Dtype.F32;
        return single && !owner.getDevice().isGpu();
    }

    @Override
    public void check(String name, Shape shape) {
        info(name, shape);
    }

    private TensorInfo info(String name, Shape shape) {
        TensorInfo info = tensors.tensors().get(name);
        if (info == null) {
            throw new ModelException("The model lacks the weight " + name + ".");
        }
        if (!Arrays.equals(info.shape(), shape.getShape())) {
            throw new ModelException("The model's weight " + name + " has the shape " + Arrays.toString(info.shape())
                    + "; its config calls for " + Arrays.toString(shape.getShape()) + ".");
        }
        if (!Set.of(Dtype.F32, Dtype.F16, Dtype.BF16).contains(info.dtype())) {
            throw new ModelException(
                    "The model's weight " + name + " is stored as " + info.dtype() + ", which is no weight.");
        }
        return info;
    }

    @Override
    public NDArray take(String name, Shape shape) {
        TensorInfo info = info(name, shape);
        NDArray array;
        try (var scope = Scope.open()) {
            NDArray stored = stored(tensors.bytes(name), info);
            array = scope.keep(format == null ? stored : format.cast(stored));
        }
        // A model that is loaded while a scope is open outlives it all the same.
        return Scope.release(array);
    }

    /** Reads the files and not their maps, so that the maps' pages need no memory. */
    @Override
    public synchronized NDArray lend(List<String> names, UnaryOperator<NDArray> use) {
        List<TensorInfo> infos = names.stream().map(tensors.tensors()::get).toList();
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            NDArray whole = singles.array(infos.stream().mapToLong(TensorInfo::elements).sum());
            long from = 0;
            for (TensorInfo info : infos) {
                long to = from + info.elements();
                if (info.dtype() == Dtype.F32) {
                    tensors.read(info.name(), singles.bytes(from, to));
                } else {
                    NDArray half = halves.array(info.elements());
                    tensors.read(info.name(), halves.bytes(0, info.elements()));
                    Ops.copy(info.dtype() == Dtype.BF16 ? Ops.asBfloat16(half) : half, whole.get(from + ":" + to));
                }
                from = to;
            }
            long[] shape = infos.get(0).shape().clone();
            shape[0] = infos.stream().mapToLong(info -> info.shape()[0]).sum();
            return scope.keep(use.apply(whole.reshape(shape)));
        }
    }

    private NDArray stored(ByteBuffer bytes, TensorInfo info) {
        Shape shape = new Shape(info.shape());
        return switch (info.dtype()) {
            case F32 -> owner.create(bytes, shape, DataType.FLOAT32);
            case F16 -> owner.create(bytes, shape, DataType.FLOAT16);
            default -> Ops.asBfloat16(owner.create(bytes, shape, DataType.FLOAT16));
        };
    }
}
