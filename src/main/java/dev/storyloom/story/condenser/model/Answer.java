package dev.storyloom.story.condenser.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;
import java.util.stream.IntStream;

/** A model's answer as the schema has it: every field there, nothing more, one scene for each page. */
record Answer(String outfit, List<AnsweredScene> scenes) {

    /** @param characters numbers of the cast, from 1 */
    record AnsweredScene(Integer page, List<Integer> characters, List<String> others, String action, String place,
                         String time, String weather, String mood, List<String> things) {

        boolean complete() {
            return page != null && characters != null && others != null && action != null && place != null
                    && time != null && Question.TIMES.contains(time) && weather != null && mood != null && things != null;
        }
    }

    /** An answer that is not of the schema. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(LogicalType.Textual, config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .withCoercionConfig(LogicalType.Integer,
                    config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail))
            .build();

    static Answer of(String text, int pages) {
        try {
            Answer answer = JSON.readValue(unfenced(text), Answer.class);
            boolean whole = answer != null && answer.outfit() != null && answer.scenes() != null
                    && answer.scenes().size() == pages && IntStream.range(0, pages).allMatch(i -> {
                        AnsweredScene scene = answer.scenes().get(i);
                        return scene != null && scene.complete() && scene.page() == i + 1;
                    });
            if (!whole) {
                throw new Malformed("not one complete scene for each page");
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON of the schema");
        }
    }

    /** Models like to put their JSON between fences. */
    private static String unfenced(String text) {
        String bare = text.strip();
        boolean fenced = bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0 && bare.length() > 6;
        return fenced ? bare.substring(bare.indexOf('\n') + 1, bare.length() - 3) : bare;
    }
}
