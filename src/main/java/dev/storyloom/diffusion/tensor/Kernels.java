package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Calls the kernels of {@link KernelSource}. A call follows the thread's grad mode, as an ordinary operator does; DJL's
 * public way to run a module is always in inference mode, whose results can't be saved for a backward pass, so the
 * native method is reached by reflection here and nowhere else.
 */
final class Kernels {
    private static final MethodHandle RUN;
    private static final MethodHandle WRAP;
    private static final Kernels BASIC;

    private final PtSymbolBlock module;

    static {
        try {
            Class<?> library = Class.forName("ai.djl.pytorch.jni.PyTorchLibrary");
            var lib = library.getDeclaredField("LIB");
            lib.setAccessible(true);
            var run = library.getDeclaredMethod(
                    "moduleRunMethod", long.class, String.class, long[].class, boolean.class, boolean.class);
            run.setAccessible(true);
            RUN = MethodHandles.lookup()
                    .unreflect(run)
                    .bindTo(lib.get(null))
                    .asType(MethodType.methodType(
                            long.class, long.class, String.class, long[].class, boolean.class, boolean.class));
            var wrap = IValue.class.getDeclaredConstructor(long.class);
            wrap.setAccessible(true);
            WRAP = MethodHandles.lookup().unreflectConstructor(wrap);
            BASIC = new Kernels(KernelSource.METHODS);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** {@code source}: TorchScript methods; throws EngineException where this libtorch lacks an operator of theirs. */
    Kernels(String source) {
        var archive = new ByteArrayInputStream(KernelArchive.of(source));
        try {
            this.module = JniUtils.loadModule((PtNDManager) Torch.root(), archive, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one of the {@link KernelSource}. */
    static NDArray call(String method, Object... arguments) {
        return BASIC.run(method, arguments);
    }

    /** Asks one of the {@link KernelSource}. */
    static boolean ask(String method, Object... arguments) {
        return BASIC.run(method, arguments, (value, owner) -> value.toBoolean());
    }

    /**
     * Runs {@code method}; arguments are arrays, lists of arrays, longs, ints, doubles, booleans or shapes. The result
     * belongs to the first array's manager.
     */
    NDArray run(String method, Object... arguments) {
        return run(method, arguments, (value, owner) -> value.isTensor() ? value.toTensor(owner) : null);
    }

    private <T> T run(String method, Object[] arguments, BiFunction<IValue, PtNDManager, T> reading) {
        PtNDManager owner = null;
        var values = new IValue[arguments.length];
        var handles = new long[arguments.length];
        try {
            for (int i = 0; i < arguments.length; i++) {
                if (owner == null && arguments[i] instanceof NDArray array) {
                    owner = (PtNDManager) array.getManager();
                }
                values[i] = toValue(arguments[i]);
                handles[i] = values[i].getHandle();
            }
            // The optimiser watches a method's first calls and then rewrites it, and its rewritten derivatives add up in
            // another order: a process that goes on with a training would differ from one that never stopped. The switch
            // is the thread's own.
            JniUtils.setGraphExecutorOptimize(false);
            long result = (long) RUN.invokeExact(module.getHandle().longValue(), method, handles, true, false);
            try (var value = (IValue) WRAP.invokeExact(result)) {
                return reading.apply(value, owner == null ? (PtNDManager) Torch.root() : owner);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue toValue(Object argument) {
        if (argument instanceof PtNDArray array) {
            return IValue.from(array);
        } else if (argument instanceof Boolean flag) {
            return IValue.from(flag.booleanValue());
        } else if (argument instanceof Double number) {
            return IValue.from(number.doubleValue());
        } else if (argument instanceof Number number) {
            return IValue.from(number.longValue());
        } else if (argument instanceof Shape shape) {
            return IValue.listFrom(shape.getShape());
        } else if (argument instanceof List<?> list) {
            return IValue.listFrom(list.toArray(PtNDArray[]::new));
        }
        throw new IllegalArgumentException("no TorchScript value for " + argument);
    }
}
