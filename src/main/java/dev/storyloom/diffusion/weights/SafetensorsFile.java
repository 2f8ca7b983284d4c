package dev.storyloom.diffusion.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.storyloom.diffusion.SafetensorsException;

/**
 * A safetensors file, memory-mapped and checked strictly before a single number is used.
 *
 * <p>The maps live as long as a buffer of theirs; the file's size may pass 2 GiB, one tensor's may not.
 * A file that breaks a rule is refused with a {@link SafetensorsException}.
 */
public final class SafetensorsFile implements TensorSource {

    /** Ample for the largest published models. */
    public static final int MODEL_HEADER = 16 << 20;
    /** For a file that a person hands in. */
    public static final int LORA_HEADER = 1 << 20;

    private final SafetensorsHeader header;
    private final Map<String, ByteBuffer> bytes;
    private final Origin origin;

    /** Where the bytes came from, to read them again: the file must still be the same one. */
    private record Origin(Path file, long dataStart, long size, FileTime changed, Object key) {

        static Origin of(Path file, long dataStart) throws IOException {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Origin(file, dataStart, now.size(), now.lastModifiedTime(), now.fileKey());
        }
    }

    private SafetensorsFile(SafetensorsHeader header, Map<String, ByteBuffer> bytes, Origin origin) {
        this.header = header;
        this.bytes = bytes;
        this.origin = origin;
    }

    public static SafetensorsFile open(Path file) {
        return open(file, MODEL_HEADER);
    }

    /** Opens a regular file (links are not followed) whose header takes at most {@code headerCap} bytes. */
    public static SafetensorsFile open(Path file, int headerCap) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            throw there ? refuse("not_a_regular_file", file.getFileName() + " is not a regular file.")
                    : refuse("missing_file", file.getFileName() + " does not exist.");
        }
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long size = channel.size();
            int headerLength = headerLength(channel, size, headerCap);
            long dataStart = 8L + headerLength;
            var header = SafetensorsHeader.parse(read(channel, 8, headerLength), size - dataStart);
            var bytes = map(channel, dataStart, header.tensors().values());
            if (channel.size() != size) {
                throw refuse("changed", file.getFileName() + " was changed while it was read.");
            }
            return new SafetensorsFile(header, bytes, Origin.of(file, dataStart));
        } catch (NoSuchFileException e) {
            throw new SafetensorsException("missing_file", file.getFileName() + " does not exist.", e);
        } catch (IOException e) {
            throw new SafetensorsException("unreadable", file.getFileName() + " cannot be read.", e);
        }
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return header.tensors();
    }

    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public ByteBuffer bytes(String name) {
        TensorInfo info = header.tensors().get(name);
        if (info == null) {
            throw refuse("unknown_tensor", "The file holds no tensor named " + name + ".");
        }
        ByteBuffer found = bytes.get(name);
        if (found == null) {
            throw refuse("tensor_too_large", info + " is larger than 2 GiB; this engine cannot map it.");
        }
        return found.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads the file itself, so that the bytes pass through no mapped page. */
    @Override
    public void read(String name, ByteBuffer target) {
        long from = origin.dataStart() + header.tensors().get(name).offset();
        try (var channel = FileChannel.open(origin.file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            int start = target.position();
            while (target.hasRemaining()) {
                if (channel.read(target, from + target.position() - start) < 0) {
                    throw refuse("changed", origin.file().getFileName() + " became shorter after it was opened.");
                }
            }
            if (!Origin.of(origin.file(), origin.dataStart()).equals(origin)) {
                throw refuse("changed", origin.file().getFileName() + " was changed after it was opened.");
            }
        } catch (IOException e) {
            throw new SafetensorsException("unreadable", origin.file().getFileName() + " cannot be read.", e);
        }
    }

    @Override
    public float[] floats(String name) {
        return NumberFormat.floats(bytes(name), tensors().get(name));
    }

    private static int headerLength(FileChannel channel, long size, int cap) throws IOException {
        if (size <= 8) {
            throw refuse("header_too_small", "The file is too short to be a safetensors file.");
        }
        ByteBuffer start = read(channel, 0, 9);
        long length = start.getLong(0);
        boolean plausible = length >= 0 && length <= cap && length <= size - 8;
        if ((!plausible || start.get(8) != '{') && looksForeign(start)) {
            throw refuse("not_safetensors", "The file is a pickle, zip or gguf file, not a safetensors file.");
        }
        if (length < 0 || length > cap) {
            throw refuse("header_too_large", "The file claims a header of more than " + cap + " bytes.");
        }
        if (length > size - 8) {
            throw refuse("invalid_header_length", "The header is said to be longer than the file.");
        }
        return (int) length;
    }

    private static boolean looksForeign(ByteBuffer start) {
        int four = start.getInt(0);
        boolean pickle = (four & 0xff) == 0x80 && (four >>> 8 & 0xff) <= 5;
        return pickle || four == 0x04034b50 || four == 0x46554747;
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw refuse("changed", "The file became shorter while it was read.");
            }
        }
        return buffer.flip();
    }

    /** One map holds as many neighbours as fit into 2 GiB, so a file of small tensors is mapped once. */
    private static Map<String, ByteBuffer> map(FileChannel channel, long dataStart, Iterable<TensorInfo> tensors)
            throws IOException {
        List<TensorInfo> byPlace = new ArrayList<>();
        tensors.forEach(byPlace::add);
        byPlace.sort(Comparator.comparingLong(TensorInfo::offset).thenComparingLong(TensorInfo::end));
        var bytes = new HashMap<String, ByteBuffer>();
        int first = 0;
        while (first < byPlace.size()) {
            long start = byPlace.get(first).offset();
            int next = first;
            while (next < byPlace.size() && byPlace.get(next).end() - start <= Integer.MAX_VALUE) {
                next++;
            }
            if (next > first) {
                long length = byPlace.get(next - 1).end() - start;
                ByteBuffer window = channel.map(FileChannel.MapMode.READ_ONLY, dataStart + start, length);
                for (TensorInfo info : byPlace.subList(first, next)) {
                    bytes.put(info.name(), window.slice((int) (info.offset() - start), (int) info.length()));
                }
            }
            first = Math.max(next, first + 1);
        }
        return bytes;
    }

    private static SafetensorsException refuse(String code, String sentence) {
        return new SafetensorsException(code, sentence);
    }
}
