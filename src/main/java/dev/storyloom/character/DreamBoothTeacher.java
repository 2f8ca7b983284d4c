package dev.storyloom.character;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.training.DreamBoothTrainer;
import dev.storyloom.diffusion.training.Examination;
import dev.storyloom.diffusion.training.TrainingListener;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.rendering.PaintingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Teaches the painting model a character with DreamBooth and a LoRA. */
@ApplicationScoped
class DreamBoothTeacher implements Lesson.Teacher {

    /** Sample pictures in a training, the last one with the finished LoRA. */
    private static final int SAMPLES = 8;
    /** How often a training looks how far it has come, to keep the best. */
    private static final int EXAMINATIONS = 6;
    /** For the picture of a state; as many as for the samples on the way. */
    private static final int STATE_STEPS = 20;

    private final PaintingModel model;
    private final TrainingConfig config;

    DreamBoothTeacher(PaintingModel model, TrainingConfig config) {
        this.model = model;
        this.config = config;
    }

    @Override
    public Lesson open(Character character, List<Path> photos, Path folder) {
        StableDiffusionXl painter = model.get();
        TrainingOptions options = options(character, painter);
        return new DreamBoothLesson(painter, options, new DreamBoothTrainer(painter, photos, options, folder),
                new Examinations(folder.resolve("examined")));
    }

    private TrainingOptions options(Character character, StableDiffusionXl painter) {
        TrainingOptions quick = TrainingOptions.quick(character.tokenToLearn(), character.classNoun);
        int steps = character.pace.factor() * config.steps().orElse(quick.steps());
        int classImages = config.classImages().orElse(quick.classImages());
        return new TrainingOptions(quick.instancePrompt(), quick.classPrompt(), classImages, steps,
                quick.batchSize(), quick.rank(), quick.learningRate(), quick.priorWeight(), quick.seed(),
                painter.defaultSize(), 0, Math.max(1, steps / SAMPLES), quick.samplePrompt(), quick.repeats(),
                quick.method(), Math.max(1, steps / EXAMINATIONS));
    }

    /** The engine's trainer under the words of this feature. */
    private record DreamBoothLesson(StableDiffusionXl painter, TrainingOptions options, DreamBoothTrainer trainer,
            Examinations examinations) implements Lesson {

        @Override
        public int step() {
            return trainer.step();
        }

        @Override
        public int steps() {
            return trainer.steps();
        }

        @Override
        public void trainUntil(int step, Watcher watcher, Cancellation cancellation) {
            trainer.trainUntil(step, new TrainingListener() {
                @Override
                public void preparing(String what, double fraction) {
                    watcher.preparing(what, fraction);
                }

                @Override
                public void step(int done, int steps, double loss, double learningRate) {
                    watcher.step(done, steps, loss);
                }

                @Override
                public void examined(Examination examination) {
                    trainer.saveAsItIs(examinations.file(examination.step()));
                    watcher.likeness(examination.step(), examination.nearer());
                }

                @Override
                public void sample(int done, BufferedImage image) {
                    watcher.sample(done, image);
                }
            }, cancellation);
        }

        @Override
        public void save(Path file) {
            trainer.save(file);
        }

        /** Each paints the same picture from the same noise, as strongly as pages will: only what was learned differs. */
        @Override
        public List<State> states(Cancellation cancellation) {
            // The best one is shown as it will be used: stronger than it was when it was looked at on the way.
            trainer.best().ifPresent(best -> trainer.save(examinations.file(best.step())));
            return trainer.best().map(best -> examinations.nearest(best.step())).orElse(List.of()).stream()
                    .map(step -> state(step, cancellation)).toList();
        }

        private State state(int step, Cancellation cancellation) {
            var lora = examinations.file(step);
            var request = ImageRequest.of(options.samplePrompt()).withSteps(STATE_STEPS).withSeed(options.seed())
                    .withLoras(List.of(LoraUse.ofCharacter(lora)));
            return new State(step, lora, painter.paint(request, StepListener.NONE, cancellation).image());
        }

        @Override
        public void close() {
            trainer.close();
        }
    }
}
