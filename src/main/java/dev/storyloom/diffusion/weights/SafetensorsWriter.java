package dev.storyloom.diffusion.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.SafetensorsException;

/**
 * Collects tensors and writes them as one safetensors file, crash-safely; the same input gives the same bytes.
 *
 * <p>Tensors lie in the order given, the widest number formats first so that each is aligned.
 */
public final class SafetensorsWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Entry(Dtype dtype, long[] shape, long length, Supplier<ByteBuffer> bytes) {
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    public SafetensorsWriter f32(String name, long[] shape, float[] values) {
        return add(name, Dtype.F32, shape, NumberFormat.f32(values));
    }

    /** Rounds to the nearest half, ties to even. */
    public SafetensorsWriter f16(String name, long[] shape, float[] values) {
        return add(name, Dtype.F16, shape, NumberFormat.f16(values));
    }

    public SafetensorsWriter i64(String name, long[] shape, long... values) {
        return add(name, Dtype.I64, shape, NumberFormat.i64(values));
    }

    public SafetensorsWriter u8(String name, long[] shape, byte[] values) {
        return add(name, Dtype.U8, shape, ByteBuffer.wrap(values.clone()));
    }

    /** Bytes that are already in the file's form: little-endian numbers of the given format. */
    public SafetensorsWriter raw(String name, Dtype dtype, long[] shape, ByteBuffer bytes) {
        return add(name, dtype, shape, bytes.slice());
    }

    /** Numbers of F32, F16 or BF16 that are made when the file is written, for files larger than the memory. */
    public SafetensorsWriter later(String name, Dtype dtype, long[] shape, Supplier<float[]> values) {
        long length = length(dtype, shape);
        return put(name, new Entry(dtype, shape.clone(), length, () -> switch (dtype) {
            case F32 -> NumberFormat.f32(values.get());
            case F16 -> NumberFormat.f16(values.get());
            case BF16 -> NumberFormat.bf16(values.get());
            default -> throw new IllegalArgumentException(dtype + " holds no real numbers");
        }));
    }

    private SafetensorsWriter add(String name, Dtype dtype, long[] shape, ByteBuffer bytes) {
        long wanted = length(dtype, shape);
        if (wanted != bytes.remaining()) {
            throw new IllegalArgumentException(new TensorInfo(name, dtype, shape, 0, wanted) + " takes " + wanted
                    + " bytes, not " + bytes.remaining());
        }
        return put(name, new Entry(dtype, shape.clone(), wanted, bytes::duplicate));
    }

    private SafetensorsWriter put(String name, Entry entry) {
        if (name.equals("__metadata__") || entries.put(name, entry) != null) {
            throw new IllegalArgumentException(name + " cannot be written twice");
        }
        return this;
    }

    private static long length(Dtype dtype, long[] shape) {
        long wanted = dtype.size();
        for (long axis : shape) {
            wanted = Math.multiplyExact(wanted, axis);
        }
        return wanted;
    }

    /** Writes the file, replacing an older one only when the new one is complete. */
    public void write(Path file) {
        List<Map.Entry<String, Entry>> order = new ArrayList<>(entries.entrySet());
        order.sort(Comparator.comparing(e -> -e.getValue().dtype().size()));
        byte[] header = header(order);
        try {
            AtomicFile.write(file, channel -> {
                ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, header.length);
                drain(channel, start);
                drain(channel, ByteBuffer.wrap(header));
                for (var entry : order) {
                    drain(channel, entry.getValue().bytes().get());
                }
            });
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            boolean full = reason.contains("No space left") || reason.contains("not enough space");
            throw new SafetensorsException(full ? "disk_full" : "not_written", file.getFileName()
                    + (full ? " cannot be written: the disk is full." : " cannot be written: " + reason), e);
        }
    }

    private byte[] header(List<Map.Entry<String, Entry>> order) {
        ObjectNode root = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            ObjectNode node = root.putObject("__metadata__");
            metadata.forEach(node::put);
        }
        long offset = 0;
        for (var entry : order) {
            ObjectNode node = root.putObject(entry.getKey());
            node.put("dtype", entry.getValue().dtype().name());
            var shape = node.putArray("shape");
            for (long axis : entry.getValue().shape()) {
                shape.add(axis);
            }
            long end = offset + entry.getValue().length();
            node.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        String json = root.toString();
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat((8 - length % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    }

    private static void drain(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
