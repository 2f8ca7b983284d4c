package dev.storyloom.diffusion.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;

import dev.storyloom.diffusion.SafetensorsException;

/**
 * The JSON header of a safetensors file, checked against every rule of the format: no duplicate keys, no holes, no
 * overlaps, and shape times number format equal to the bytes claimed.
 */
record SafetensorsHeader(Map<String, TensorInfo> tensors, Map<String, String> metadata) {

    static final int MAX_TENSORS = 20_000;
    private static final int MAX_RANK = 16;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    static SafetensorsHeader parse(ByteBuffer header, long dataLength) {
        var tensors = new LinkedHashMap<String, TensorInfo>();
        var metadata = new LinkedHashMap<String, String>();
        try (JsonParser json = JSON.createParser(text(header))) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                expect(json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals("__metadata__")) {
                    readMetadata(json, metadata);
                } else {
                    if (tensors.size() == MAX_TENSORS) {
                        throw refuse("too_many_tensors", "The file names more than " + MAX_TENSORS + " tensors.");
                    }
                    tensors.put(name, readTensor(name, json));
                }
            }
            if (json.nextToken() != null) {
                throw refuse("invalid_header", "Something follows the header's JSON.");
            }
        } catch (InputCoercionException e) {
            throw new SafetensorsException("overflow", "A number in the header is too large.", e);
        } catch (IOException e) {
            boolean twice = String.valueOf(e.getMessage()).startsWith("Duplicate field");
            throw new SafetensorsException(twice ? "duplicate_key" : "invalid_header",
                    twice ? "The header names something twice." : "The header is not valid JSON.", e);
        }
        checkLayout(tensors.values(), dataLength);
        return new SafetensorsHeader(Collections.unmodifiableMap(tensors), Collections.unmodifiableMap(metadata));
    }

    private static char[] text(ByteBuffer header) {
        try {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(header);
            if (!chars.hasRemaining() || chars.get(0) != '{') {
                throw refuse("invalid_header", "The header does not start with a brace.");
            }
            var text = new char[chars.remaining()];
            chars.get(text);
            return text;
        } catch (CharacterCodingException e) {
            throw new SafetensorsException("invalid_header", "The header is not valid UTF-8.", e);
        }
    }

    private static void readMetadata(JsonParser json, Map<String, String> metadata) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw refuse("invalid_metadata", "The metadata entry " + quote(key) + " is not a text.");
            }
            metadata.put(key, json.getText());
        }
    }

    private static TensorInfo readTensor(String name, JsonParser json) throws IOException {
        Dtype dtype = null;
        long[] shape = null;
        long[] offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "dtype" -> dtype = readDtype(name, json);
                case "shape" -> shape = readLongs(name, json);
                case "data_offsets" -> offsets = readLongs(name, json);
                default -> throw refuse("invalid_header", quote(name) + " has an unknown field.");
            }
        }
        if (dtype == null || shape == null || offsets == null || offsets.length != 2) {
            throw refuse("invalid_header", quote(name) + " lacks its format, its shape or its place.");
        }
        if (offsets[0] < 0 || offsets[1] < offsets[0]) {
            throw refuse("invalid_offset", quote(name) + " has an impossible place in the file.");
        }
        var info = new TensorInfo(name, dtype, shape, offsets[0], offsets[1] - offsets[0]);
        if (byteCount(info) != info.length()) {
            throw refuse("wrong_size", info + " does not fit its " + info.length() + " bytes.");
        }
        return info;
    }

    private static Dtype readDtype(String name, JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.VALUE_STRING);
        try {
            return Dtype.valueOf(json.getText());
        } catch (IllegalArgumentException e) {
            throw refuse("unknown_dtype", quote(name) + " is stored in an unknown number format.");
        }
    }

    private static long[] readLongs(String name, JsonParser json) throws IOException {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        var values = new long[MAX_RANK];
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT);
            if (count == MAX_RANK) {
                throw refuse("invalid_header", quote(name) + " has too many axes.");
            }
            values[count++] = json.getLongValue();
        }
        return Arrays.copyOf(values, count);
    }

    private static long byteCount(TensorInfo info) {
        long bytes = info.dtype().size();
        boolean empty = false;
        for (long axis : info.shape()) {
            if (axis < 0) {
                throw refuse("invalid_header", quote(info.name()) + " has a negative axis.");
            }
            empty |= axis == 0;
        }
        try {
            for (long axis : info.shape()) {
                bytes = Math.multiplyExact(bytes, Math.max(axis, 1));
            }
        } catch (ArithmeticException e) {
            throw new SafetensorsException("overflow", quote(info.name()) + " has an impossible shape.", e);
        }
        return empty ? 0 : bytes;
    }

    private static void checkLayout(Iterable<TensorInfo> tensors, long dataLength) {
        List<TensorInfo> byPlace = new ArrayList<>();
        tensors.forEach(byPlace::add);
        byPlace.sort(Comparator.comparingLong(TensorInfo::offset).thenComparingLong(TensorInfo::end));
        long end = 0;
        for (TensorInfo info : byPlace) {
            if (info.offset() != end) {
                throw refuse("invalid_offset", quote(info.name())
                        + (info.offset() < end ? " overlaps another tensor." : " is preceded by a hole."));
            }
            end = info.end();
        }
        if (end != dataLength) {
            throw refuse("incomplete_metadata", end > dataLength
                    ? "The file is cut off: " + (end - dataLength) + " bytes are missing."
                    : "The file has " + (dataLength - end) + " bytes more than its header tells.");
        }
    }

    private static void expect(JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw refuse("invalid_header", "The header does not have the form of a safetensors header.");
        }
    }

    private static SafetensorsException refuse(String code, String sentence) {
        return new SafetensorsException(code, sentence);
    }

    /** Names come from a stranger's file: shortened, and without control characters. */
    private static String quote(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return '"' + (clean.length() > 120 ? clean.substring(0, 120) + "…" : clean) + '"';
    }
}
