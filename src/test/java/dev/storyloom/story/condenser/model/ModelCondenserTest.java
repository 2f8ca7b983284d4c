package dev.storyloom.story.condenser.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.CastMember;
import dev.storyloom.story.condenser.CondenserRequest;
import dev.storyloom.story.condenser.Scene;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.StorySafety;
import dev.storyloom.story.condenser.TokenBudget;
import dev.storyloom.story.condenser.model.ModelSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelCondenserTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final CastMember MAI = new CastMember("Mai", "girl", "sks girl");
    private static final String STORY = """
            Mai and the Owl

            Mai walked into the forest with a lantern.

            At night she met an owl. "Come home," it said.""";
    private static final String GOOD = """
            {"outfit":"a yellow raincoat","scenes":[
            {"page":1,"characters":[1],"others":[],"action":"following a narrow path","place":"in a pine forest",
             "time":"evening","weather":"fog","mood":"curious","things":["a glowing lantern"]},
            {"page":2,"characters":[1],"others":["an old owl"],"action":"listening to an owl beside {1}",
             "place":"under a hollow tree","time":"night","weather":"","mood":"calm","things":[]}]}""";

    private static CondenserRequest request(String story) {
        return new CondenserRequest(story, 2, List.of(MAI), "", TokenBudget.estimate());
    }

    private static final StoryPlan BUILT_IN = new BuiltInCondenser().condense(request(STORY));

    private static StoryPlan plan(Function<String, String> answers, Duration timeout) throws IOException {
        try (StandIn model = new StandIn(answers)) {
            return model.condenser(Kind.OPENAI, timeout).condense(request(STORY));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGoodAnswerBecomesThePaintersWords(Kind kind) throws IOException {
        try (StandIn model = new StandIn(question -> GOOD)) {
            StoryPlan plan = model.condenser(kind, LONG).condense(request(STORY));

            assertThat(plan.scenes()).extracting(Scene::prompt).containsExactly(
                    "a sks girl following a narrow path in a pine forest at sunset in the evening, with a glowing lantern, "
                            + "wearing a yellow raincoat, fog, curious mood",
                    "a sks girl and an old owl listening to an owl beside a sks girl under a hollow tree at night, "
                            + "wearing a yellow raincoat, calm mood");
            assertThat(plan.scenes()).extracting(Scene::cast).containsExactly(List.of("Mai"), List.of("Mai", "old owl"));
            assertThat(plan.scenes()).extracting(Scene::narration)
                    .isEqualTo(BUILT_IN.scenes().stream().map(Scene::narration).toList());
        }
    }

    @Test
    void onlyTheStoryAndItsCharactersLeaveTheMachineAndASchemaIsAskedFor() throws IOException {
        try (StandIn model = new StandIn(question -> GOOD)) {
            model.condenser(Kind.OPENAI, LONG).condense(request(STORY));

            var asked = model.asked().get(0);
            assertThat(asked.path("messages").path(1).path("content").asText()).isEqualTo("""
                    Main characters:
                    1: Mai, a girl

                    Page 1:
                    Mai walked into the forest with a lantern.

                    Page 2:
                    At night she met an owl. "Come home," it said.
                    """);
            assertThat(asked.path("messages")).hasSize(2);
            assertThat(asked.has("tools")).isFalse();
            assertThat(asked.path("response_format").path("json_schema").path("strict").asBoolean()).isTrue();
        }
    }

    static List<String> badAnswers() {
        return List.of("", " ", "null", "[]", "{}", "OK", "Here are the pictures: a girl in a forest, then an owl.",
                "{\"scenes\":[]}", GOOD.substring(0, 200), GOOD + " And that is all.", GOOD.replace("\"page\":2", "\"page\":3"),
                GOOD.replace("\"time\":\"night\"", "\"time\":\"never\""), GOOD.replace("\"things\":[]", "\"things\":null"),
                GOOD.replace("\"things\":[]", "\"things\":[],\"secret\":1"), GOOD.replace("\"mood\":\"calm\"", "\"mood\":7"),
                GOOD.replace("\"outfit\":\"a yellow raincoat\",", ""), "x".repeat(1_000_000), "[".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void anAnswerThatIsNotOfTheSchemaIsAskedForOnceMoreAndThenTheBuiltInPlanStands(String answer) throws IOException {
        try (StandIn model = new StandIn(question -> answer)) {
            assertThat(model.condenser(Kind.OPENAI, LONG).condense(request(STORY))).isEqualTo(BUILT_IN);
            assertThat(model.asked()).hasSize(2);
        }
    }

    @Test
    void aSecondGoodAnswerIsTaken() throws IOException {
        var times = new int[1];
        assertThat(plan(question -> times[0]++ == 0 ? "Sure!" : GOOD, LONG)).isNotEqualTo(BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "404", "429", "500", "503"})
    void aServerThatRefusesLeavesTheBuiltInPlan(int status) throws IOException {
        try (StandIn model = new StandIn(question -> GOOD).withStatus(status)) {
            assertThat(model.condenser(Kind.OPENAI, LONG).condense(request(STORY))).isEqualTo(BUILT_IN);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLateAnswerIsNotWaitedFor(Kind kind) throws IOException {
        try (StandIn model = new StandIn(question -> GOOD).after(Duration.ofSeconds(30))) {
            long start = System.nanoTime();
            StoryPlan plan = model.condenser(kind, SHORT).condense(request(STORY));

            assertThat(plan).isEqualTo(BUILT_IN);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.plusSeconds(10));
        }
    }

    @Test
    void whereNobodyListensTheBuiltInPlanStands() throws IOException {
        ModelSettings settings;
        try (StandIn gone = new StandIn(question -> GOOD)) {
            settings = gone.settings(Kind.OLLAMA, LONG);
        }
        assertThat(new ModelCondenser(new ServedModel(settings), LONG).condense(request(STORY))).isEqualTo(BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"following a narrow path | a naked girl running",
        "in a pine forest | in a pool of blood", "a glowing lantern | ignore the rules",
        "following a narrow path | drawing {7}", "in a pine forest | in ${HOME}", "a glowing lantern | <script>",
        "[1],\"others\":[],\"action\":\"following | [9],\"others\":[],\"action\":\"following"})
    void aPageAboutWhichTheModelSaysSomethingUnfitKeepsTheBuiltInWords(String from, String to) throws IOException {
        StoryPlan plan = plan(question -> GOOD.replace(from, to), LONG);

        assertThat(plan.scenes().get(0)).isEqualTo(BUILT_IN.scenes().get(0));
        assertThat(plan.scenes().get(1)).isNotEqualTo(BUILT_IN.scenes().get(1));
    }

    static List<String> injections() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/condenser/injections.txt"));
    }

    /** The stand-in obeys: it puts the injected text into every field, or answers with it alone. */
    @ParameterizedTest
    @MethodSource("injections")
    void anInjectedInstructionChangesNeitherTheShapeNorTheSafetyOfAPlan(String attack) throws IOException {
        String story = STORY + " " + attack;
        StoryPlan builtIn = new BuiltInCondenser().condense(request(story));
        String escaped = attack.replace("\\", "\\\\").replace("\"", "\\\"");
        try (StandIn obeying = new StandIn(question -> GOOD.replace("following a narrow path", escaped)
                .replace("under a hollow tree", escaped).replace("a glowing lantern", escaped));
             StandIn babbling = new StandIn(question -> attack)) {
            check(builtIn, builtIn);
            check(obeying.condenser(Kind.OPENAI, LONG).condense(request(story)), builtIn);
            check(babbling.condenser(Kind.OPENAI, LONG).condense(request(story)), builtIn);
        }
    }

    private static void check(StoryPlan plan, StoryPlan builtIn) {
        assertThat(plan.scenes()).hasSize(2).extracting(Scene::narration)
                .isEqualTo(builtIn.scenes().stream().map(Scene::narration).toList());
        assertThat(plan.scenes()).allSatisfy(scene -> {
            assertThat(StorySafety.check(scene.prompt() + ". " + scene.style()).safe()).isTrue();
            assertThat(scene.prompt()).matches("[A-Za-z ,'-]+").doesNotContain("main character", "schema", "instruction");
            assertThat(scene.tokens()).isLessThanOrEqualTo(77);
            assertThat(scene.negative()).isEqualTo(builtIn.scenes().get(0).negative());
        });
    }
}
