package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;

/** The condenser that is always there: rules and a lexicon, no model, no network, no memory between stories. */
public final class BuiltInCondenser implements Condenser {

    @Override
    public StoryPlan condense(CondenserRequest request) {
        String story = StoryText.of(request.story()).toString();
        refuseUnsafe(story);
        refuseUnsafe(request.style());
        request.cast().forEach(member -> refuseUnsafe(member.name() + ". " + member.classNoun()));
        Language language = Language.of(story);
        String title = TitleMaker.written(story);
        String body = title.isEmpty() ? story : story.substring(story.indexOf('\n')).strip();

        List<Sentence> sentences = SentenceSplitter.split(body);
        List<List<Word>> words = sentences.stream().map(sentence -> Word.of(sentence.told())).toList();
        Lexicon lexicon = Lexicon.standard();
        Roster roster = new Roster(lexicon, request.cast());
        HitFinder finder = new HitFinder(lexicon, language, roster);
        roster.discover(words, finder, language);

        StageReader reader = new StageReader(language, finder, roster);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            moments.add(reader.read(sentences.get(i), words.get(i)));
        }
        List<List<Moment>> pages = SceneCutter.cut(moments, request.pages());
        List<SceneFacts> facts = facts(pages, roster);
        String name = title.isEmpty() ? TitleMaker.made(language, facts, moments) : title;
        return new StoryPlan(name, language.code(), scenes(body, pages, facts, request));
    }

    private static List<SceneFacts> facts(List<List<Moment>> pages, Roster roster) {
        List<SceneFacts> facts = new ArrayList<>();
        List<Figure> before = List.of();
        for (List<Moment> page : pages) {
            SceneFacts scene = SceneFacts.of(page, before, roster);
            facts.add(scene);
            before = scene.figures();
        }
        return facts;
    }

    private static List<Scene> scenes(String body, List<List<Moment>> pages, List<SceneFacts> facts,
                                      CondenserRequest request) {
        PromptComposer composer = new PromptComposer(request.tokens(), request.style());
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            List<Moment> page = pages.get(i);
            int from = page.get(0).sentence().start();
            int to = page.get(page.size() - 1).sentence().end();
            SceneFacts scene = facts.get(i);
            PromptComposer.Prompt prompt = safe(composer, scene.picture());
            scenes.add(new Scene(body.substring(from, to), prompt.prompt(), prompt.style(), PromptComposer.NEGATIVE,
                    scene.figures().stream().map(Figure::name).toList(), noun(scene.place()), noun(scene.time()),
                    prompt.tokens(), prompt.dropped()));
        }
        return scenes;
    }

    /** Words that are harmless one by one may not be so together: then the picture shows only who is there. */
    private static PromptComposer.Prompt safe(PromptComposer composer, Picture picture) {
        PromptComposer.Prompt prompt = composer.compose(picture);
        return StorySafety.check(prompt.prompt()).safe() ? prompt : composer.compose(picture.ofWhoAlone());
    }

    private static void refuseUnsafe(String text) {
        SafetyVerdict verdict = StorySafety.check(text);
        if (!verdict.safe()) {
            throw StoryException.unsafe(verdict);
        }
    }

    private static String noun(Entry entry) {
        return entry == null ? "" : entry.noun();
    }
}
