package dev.storyloom.rendering;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.rendering.Sheet.Wish;
import dev.storyloom.story.Hero;
import dev.storyloom.story.Heroes;
import dev.storyloom.story.Scene;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works out what every page of a story shall be painted from, and which of that is painted already. */
@ApplicationScoped
class PaintingPlans {
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final Heroes heroes;
    private final PictureRepository pictures;
    private final LoraFiles loras;
    private final PaintingModel model;
    private final RenderingConfig config;

    PaintingPlans(StoryRepository stories, SceneRepository scenes, Heroes heroes, PictureRepository pictures,
            LoraFiles loras, PaintingModel model, RenderingConfig config) {
        this.stories = stories;
        this.scenes = scenes;
        this.heroes = heroes;
        this.pictures = pictures;
        this.loras = loras;
        this.model = model;
        this.config = config;
    }

    @Transactional
    PaintingPlan of(UUID storyId, UUID ownerId) {
        var story = stories.find(storyId, ownerId);
        var painted = pictures.byFingerprint(storyId);
        var loras = loras(story);
        var identity = identity();
        var now = scenes.of(storyId);
        var spares = now.stream().flatMap(scene -> scene.spares()
                .mapToObj(version -> sheet(story, scene, version, loras, identity, painted).withoutSketch())).toList();
        return new PaintingPlan(storyId, ownerId, now.stream()
                .map(scene -> sheet(story, scene, scene.version, loras, identity, painted)).toList(), spares);
    }

    /** The pictures to choose from, for each scene that has more than one of its words as they are now. */
    @Transactional
    Map<UUID, List<Variant>> variants(UUID storyId, UUID ownerId) {
        var story = stories.find(storyId, ownerId);
        var several = scenes.of(storyId).stream().filter(scene -> scene.versions > 1).toList();
        if (several.isEmpty()) {
            return Map.of();
        }
        var painted = pictures.byFingerprint(storyId);
        var loras = loras(story);
        var identity = identity();
        var variants = new HashMap<UUID, List<Variant>>();
        for (var scene : several) {
            var found = IntStream.rangeClosed(1, scene.versions)
                    .mapToObj(version -> variant(scene, version, sheet(story, scene, version, loras, identity, painted)))
                    .flatMap(Optional::stream).toList();
            if (found.size() > 1) {
                variants.put(scene.id, found);
            }
        }
        return variants;
    }

    private static Optional<Variant> variant(Scene scene, int version, Sheet sheet) {
        return Optional.ofNullable(sheet.wish().picture()).map(picture -> new Variant(version,
                RenderJob.address(scene.storyId, picture.id), version == scene.version));
    }

    private Sheet sheet(Story story, Scene scene, int version, List<HeroLora> loras, String identity,
            Map<String, Picture> painted) {
        var onStage = loras.stream().filter(hero -> hero.isIn(scene.prompt)).toList();
        var look = look(story);
        var uses = LoraUse.onPage(onStage.stream().map(HeroLora::file).toList(), config.loraScale(),
                look.stream().map(style -> new LoraUse(style.file(), config.styleScale())).toList());
        var learned = (onStage.isEmpty() ? "none" : onStage.stream().map(HeroLora::sha256).collect(Collectors.joining("+")))
                + look.map(style -> "+" + style.sha256() + "*" + config.styleScale()).orElse("");
        IntFunction<Wish> wish = steps -> {
            var request = request(story, scene, version, steps, uses);
            var fingerprint = Seeds.fingerprint(request.prompt(), request.style(), request.negative(),
                    request.steps(), request.guidanceScale(), request.seed(),
                    learned, config.loraScale(), identity);
            return new Wish(request, fingerprint, painted.get(fingerprint));
        };
        return new Sheet(scene.position, scene.id, scene.narration, wish.apply(config.steps()),
                config.sketches() ? wish.apply(config.sketchSteps()) : null);
    }

    /** Without a model the pages can still be looked at; only painting says what is wrong with it. */
    private String identity() {
        try {
            return model.identity();
        } catch (DiffusionException missing) {
            return "missing";
        }
    }

    private Optional<StyleLora> look(Story story) {
        try {
            return loras.of(story.style);
        } catch (DiffusionException missing) {
            return Optional.empty();
        }
    }

    private List<HeroLora> loras(Story story) {
        return heroes.in(story.id).stream().filter(Hero::ready).map(loras::of).flatMap(Optional::stream).toList();
    }

    private ImageRequest request(Story story, Scene scene, int version, int steps, List<LoraUse> loras) {
        return new ImageRequest(scene.prompt, scene.style, scene.negative, 0, 0, steps,
                config.guidance(), Seeds.of(story.id, scene.id, version), loras);
    }
}
