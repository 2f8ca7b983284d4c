package dev.storyloom.rendering;

import dev.storyloom.diffusion.CancelledException;
import dev.storyloom.diffusion.LoraException;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.job.FencedOff;
import dev.storyloom.job.JobFailure;
import dev.storyloom.job.JobHandler;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobRun;
import dev.storyloom.job.JobSlice;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.story.StoryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * Paints a story, one page a slice: first a quick sketch of every page, then the next page that has no picture for its
 * words and seed; the picture takes its sketch away. Pictures to choose from come last. A page's file is there
 * before its row, and the row comes with the event that tells of it; so a restart goes on behind the last told page.
 */
@ApplicationScoped
class RenderJob implements JobHandler {
    private final PaintingPlans plans;
    private final PaintingModel model;
    private final PictureRepository pictures;
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final BlobStore blobs;
    private final Event<StoryPainted> painted;
    private final Clock clock;

    RenderJob(PaintingPlans plans, PaintingModel model, PictureRepository pictures, StoryRepository stories,
            SceneRepository scenes, BlobStore blobs, Event<StoryPainted> painted, Clock clock) {
        this.plans = plans;
        this.model = model;
        this.pictures = pictures;
        this.stories = stories;
        this.scenes = scenes;
        this.blobs = blobs;
        this.painted = painted;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.RENDER;
    }

    @Override
    public JobSlice run(JobRun run) {
        var plan = plans.of(run.subjectId(), run.ownerId());
        var sketch = plan.nextSketch();
        var next = sketch.or(plan::next);
        if (next.isPresent()) {
            try {
                paint(run, plan, next.get(), sketch.isPresent());
            } catch (CancelledException stopped) {
                return JobSlice.MORE;
            }
            plan = plans.of(run.subjectId(), run.ownerId());
        }
        if (plan.next().isPresent()) {
            return JobSlice.MORE;
        }
        var finished = plan.finished();
        run.event("book", new BookTold("/stories/" + plan.storyId() + "/book"), () -> {
            scenes.sparesPainted(finished.storyId());
            painted.fire(finished);
        });
        return JobSlice.DONE;
    }

    private void paint(JobRun run, PaintingPlan plan, Sheet sheet, boolean sketch) {
        var wish = sketch ? sheet.sketch() : sheet.wish();
        var image = image(run, plan, sheet, wish.request());
        var key = wish.blobKey(plan.storyId());
        blobs.put(key, new ByteArrayInputStream(png(image)));
        var request = wish.request();
        var picture = new Picture(plan.storyId(), wish.fingerprint(), key, request.seed(), request.steps(),
                clock.instant());
        var before = sketch || sheet.sketch() == null ? null : sheet.sketch().picture();
        try {
            var what = sketch ? "sketch" : plan.spares().contains(sheet) ? "variant" : "page";
            run.event(what, new PageTold(sheet.position(), address(plan.storyId(), picture.id)), () -> {
                pictures.persist(picture);
                if (before != null) {
                    pictures.deleteById(before.id);
                }
            });
            if (before != null) {
                blobs.delete(before.blobKey);
            }
        } catch (FencedOff lost) {
            if (!stories.exists(plan.storyId())) {
                blobs.delete(key);
            }
            throw lost;
        }
    }

    private BufferedImage image(JobRun run, PaintingPlan plan, Sheet sheet, ImageRequest request) {
        var cancellation = new Cancellation();
        run.onCancel(cancellation::cancel);
        var before = plan.stepsDone();
        var all = plan.steps();
        run.progress(before, all, new AtWork(sheet.position(), 0, request.steps(), null));
        try {
            var glimpses = model.glimpses(request);
            var listener = new StepListener() {
                @Override
                public void latents(int step, double timestep, float[] latents) {
                    glimpses.after(step, latents);
                }

                @Override
                public void step(int step, int steps) {
                    run.progress(before + step * request.steps() / steps, all, new AtWork(sheet.position(), step, steps,
                            glimpses.newest().map(Glimpse::of).orElse(null)));
                    if (run.shouldYield()) {
                        cancellation.cancel();
                    }
                }
            };
            return model.get().paint(request, listener, cancellation).image();
        } catch (ModelException unusable) {
            throw JobFailure.lasting("model_missing", unusable);
        } catch (LoraException unusable) {
            throw JobFailure.lasting("lora_unusable", unusable);
        }
    }

    static String address(UUID storyId, UUID pictureId) {
        return "/stories/" + storyId + "/pictures/" + pictureId + ".png";
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** A page is there, or its sketch, or one more picture to choose from. */
    record PageTold(int page, String picture) {
    }

    /** The book is there. */
    record BookTold(String url) {
    }

    /** The page under the brush, and roughly what it is coming to; null while nothing can be seen. */
    record AtWork(int page, int step, int steps, Glimpse glimpse) {
    }
}
