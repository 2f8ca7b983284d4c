package dev.storyloom.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * CLIP's byte-pair vocabulary cut to its first merges. Rarer words fall into more pieces, every text stays encodable,
 * and a small model does not carry 33,000 rows that it would never train.
 */
final class TrimmedTokenizer {
    /** Bytes, bytes that end a word, and the two special tokens. */
    private static final int WITHOUT_MERGES = 256 + 256 + 2;

    private TrimmedTokenizer() {}

    /** Writes {@code size} tokens' worth of the tokenizer in {@code clip} into {@code out}. */
    static void write(Path clip, int size, Path out) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode full = mapper.readTree(clip.resolve("vocab.json").toFile());
        List<String> lines = Files.readAllLines(clip.resolve("merges.txt"));
        List<String> kept = lines.subList(0, 1 + size - WITHOUT_MERGES);
        var byId = new String[size];
        full.fields().forEachRemaining(entry -> {
            int id = entry.getValue().asInt();
            if (id < size - 2) {
                byId[id] = entry.getKey();
            }
        });
        byId[size - 2] = "<|startoftext|>";
        byId[size - 1] = "<|endoftext|>";
        ObjectNode vocabulary = mapper.createObjectNode();
        for (int id = 0; id < size; id++) {
            vocabulary.put(byId[id], id);
        }
        Files.createDirectories(out);
        mapper.writeValue(out.resolve("vocab.json").toFile(), vocabulary);
        Files.writeString(out.resolve("merges.txt"), String.join("\n", kept) + "\n");
        for (String config : Arrays.asList("tokenizer_config.json", "special_tokens_map.json")) {
            Files.copy(clip.resolve(config), out.resolve(config), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
