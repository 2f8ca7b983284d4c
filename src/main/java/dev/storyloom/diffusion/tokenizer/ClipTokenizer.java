package dev.storyloom.diffusion.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.storyloom.diffusion.ModelException;

/**
 * Text to CLIP's token ids, equal to transformers' CLIPTokenizer, from a folder with {@code vocab.json} and
 * {@code merges.txt} of any size. Safe to share between threads.
 *
 * <p>The native tokenizer reads plain vocab and merges without CLIP's rules, so it is given the text of a
 * {@code tokenizer.json} that is made here; padding and cutting are done here too, as it pads with the wrong id.
 */
public final class ClipTokenizer implements AutoCloseable {

    private static final String WORDS =
            "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private final HuggingFaceTokenizer tokenizer;
    private final long end;
    private final long pad;
    private final int limit;

    private ClipTokenizer(HuggingFaceTokenizer tokenizer, long end, long pad, int limit) {
        this.tokenizer = tokenizer;
        this.end = end;
        this.pad = pad;
        this.limit = limit;
    }

    /** Throws {@link ModelException} when the folder does not hold a CLIP tokenizer. */
    public static ClipTokenizer load(Path folder) {
        TokenizerFolder read = TokenizerFolder.read(folder);
        byte[] json = tokenizerJson(read).toString().getBytes(StandardCharsets.UTF_8);
        var options = Map.of("addSpecialTokens", "true", "padding", "false", "truncation", "false");
        try {
            var tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
            return new ClipTokenizer(tokenizer, read.id(read.end()), read.id(read.pad()), read.limit());
        } catch (IOException | RuntimeException e) {
            throw new ModelException("model_damaged", "The tokenizer " + folder + " cannot be used.", e);
        }
    }

    /** Exactly {@link #limit()} ids: start, the text (cut where it is too long), end, padding. */
    public long[] encode(String text) {
        long[] ids = ids(text);
        long[] fitted = Arrays.copyOf(ids, limit);
        if (ids.length > limit) {
            fitted[limit - 1] = end;
        } else {
            Arrays.fill(fitted, ids.length, limit, pad);
        }
        return fitted;
    }

    /** How many ids the whole text takes, the start and the end included, however long it is. */
    public int count(String text) {
        return ids(text).length;
    }

    /** The ids of the whole text with start and end, neither cut nor padded. */
    public long[] ids(String text) {
        return tokenizer.encode(text).getIds();
    }

    /** 77 for every published model. */
    public int limit() {
        return limit;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    private static ObjectNode tokenizerJson(TokenizerFolder folder) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding");
        var special = new TreeMap<Integer, String>();
        special.put(folder.id(folder.start()), folder.start());
        special.put(folder.id(folder.end()), folder.end());
        special.put(folder.id(folder.pad()), folder.pad());
        ArrayNode added = root.putArray("added_tokens");
        special.forEach((id, token) -> added.addObject().put("id", id).put("content", token)
                .put("single_word", false).put("lstrip", false).put("rstrip", false).put("normalized", false)
                .put("special", true));

        ArrayNode normalizers = root.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
        normalizers.addObject().put("type", "NFC");
        normalizers.addObject().put("type", "Replace").put("content", " ").putObject("pattern").put("Regex", "\\s+");
        normalizers.addObject().put("type", "Lowercase");

        ArrayNode splits = root.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        splits.addObject().put("type", "Split").put("behavior", "Removed").put("invert", true)
                .putObject("pattern").put("Regex", WORDS);
        splits.addObject().put("type", "ByteLevel").put("add_prefix_space", false).put("trim_offsets", true)
                .put("use_regex", true);

        ObjectNode ends = root.putObject("post_processor").put("type", "RobertaProcessing")
                .put("trim_offsets", false).put("add_prefix_space", false);
        ends.putArray("sep").add(folder.end()).add(folder.id(folder.end()));
        ends.putArray("cls").add(folder.start()).add(folder.id(folder.start()));
        root.putObject("decoder").put("type", "ByteLevel").put("add_prefix_space", true).put("trim_offsets", true)
                .put("use_regex", true);

        ObjectNode model = root.putObject("model").put("type", "BPE").putNull("dropout")
                .put("unk_token", folder.end()).put("continuing_subword_prefix", "")
                .put("end_of_word_suffix", "</w>").put("fuse_unk", false);
        model.set("vocab", folder.vocabulary());
        ArrayNode merges = model.putArray("merges");
        folder.merges().forEach(merges::add);
        return root;
    }
}
