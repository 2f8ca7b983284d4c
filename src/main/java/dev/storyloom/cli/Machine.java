package dev.storyloom.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.storyloom.diffusion.tensor.Torch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the doctor looks at, each in one line; what is wrong is thrown. */
final class Machine {

    private static final double GIB = 1 << 30;

    private Machine() {
    }

    static String java() {
        return Runtime.version() + ", " + System.getProperty("java.vm.name") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    /** The engine runs on the processor; other devices come with a later version. */
    static String processor() throws IOException {
        Path list = Path.of("/proc/cpuinfo");
        String name = !Files.isReadable(list) ? System.getProperty("os.arch") : Files.readAllLines(list).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst().orElse(System.getProperty("os.arch"));
        return Words.say("doctor.processor", name, Runtime.getRuntime().availableProcessors(), Torch.threads());
    }

    static String memory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Words.say("doctor.memory_found", gib(system.getTotalMemorySize()), gib(system.getFreeMemorySize()),
                gib(Runtime.getRuntime().maxMemory()));
    }

    static String folder(Path folder) throws IOException {
        if (!DataFolder.writable(folder)) {
            throw new CommandFailed("failed.not_allowed", folder);
        }
        Path at = folder;
        while (!Files.exists(at)) {
            at = at.getParent();
        }
        return Words.say("doctor.folder", folder, gib(Files.getFileStore(at).getUsableSpace()));
    }

    static String database(Path data) throws IOException {
        Path file = data.resolve("db").resolve("storyloom.mv.db");
        if (!Files.exists(file)) {
            return Words.say("doctor.database_none", file);
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return Words.say(lock == null ? "doctor.database_used" : "doctor.database_free", file);
        } catch (OverlappingFileLockException usedByThisProcess) {
            return Words.say("doctor.database_used", file);
        }
    }

    /** Bytes of memory in this machine. */
    static long totalMemory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    static String gib(long bytes) {
        return String.format("%.1f", bytes / GIB);
    }
}
