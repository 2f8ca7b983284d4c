package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Autocast;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.pretrain.painter.Facts;
import dev.storyloom.pretrain.painter.PaintedScene;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains the {@link Probe} on painted pictures, softened in ways that generated ones are. */
final class ProbeStage {
    private static final int BATCH = 32;
    /** One batch in so many goes through the VAE. */
    private static final int THROUGH_VAE = 8;

    private static final int SIZE = 128;

    private final ScenePainter painter;
    private final Vae vae;
    private final Path work;
    private final boolean bfloat16;

    /** {@code vae}: whose softness the probe gets used to. */
    ProbeStage(ScenePainter painter, Vae vae, Path work, boolean bfloat16) {
        this.painter = painter;
        this.vae = vae;
        this.work = work;
        this.bfloat16 = bfloat16;
    }

    /** Trains up to {@code updates} in all and writes the weights to {@code weights}; examines on held-out pictures. */
    void run(int updates, double peakRate, Path weights) throws IOException {
        var log = new TrainingLog(work.resolve("probe.log"), System.out);
        Path checkpoint = work.resolve("probe.safetensors");
        try (var trainee = new Trainee(0.998)) {
            var fresh = trainee.fresh(31);
            var probe = new Probe(Weights.root(fresh));
            trainee.add("", fresh);
            trainee.resume(checkpoint);
            while (trainee.updates() < updates) {
                int update = trainee.updates();
                log.add(step(probe, trainee, update), BATCH);
                trainee.update(Schedule.rate(peakRate, update, updates, 100));
                if (trainee.updates() % 50 == 0) {
                    log.line(trainee.updates(), updates, "");
                }
                if (trainee.updates() % 250 == 0 || trainee.updates() == updates) {
                    trainee.save(checkpoint);
                    trainee.export("", weights);
                }
            }
            try (var judge = Judge.load(weights)) {
                log.line(trainee.updates(), updates, "held out, through the VAE: " + examine(judge, 500));
            }
        }
    }

    private double step(Probe probe, Trainee trainee, int update) {
        var random = new SplittableRandom(0x9B0BE1L * 1_000_003 + update);
        var pixels = new float[BATCH * 3 * SIZE * SIZE];
        var facts = new Facts[BATCH];
        for (int i = 0; i < BATCH; i++) {
            PaintedScene scene = painter.paint(random);
            facts[i] = scene.facts();
            Pixels.put(Softening.of(scene.image(), random), 0, 0, SIZE, pixels, i * 3 * SIZE * SIZE);
        }
        NDManager owner = trainee.owner();
        try (var scope = Scope.open()) {
            NDArray images = owner.create(pixels, new Shape(BATCH, 3, SIZE, SIZE));
            if (update % THROUGH_VAE == 0) {
                images = throughVae(vae, images);
            }
            try (var on = GradMode.on();
                    var cast = Autocast.bfloat16(bfloat16)) {
                Map<Head, NDArray> scores = probe.forward(images);
                NDArray loss = null;
                for (Head head : Head.values()) {
                    NDArray likelihood = scores.get(head).logSoftmax(1).mul(targets(owner, head, facts)).sum();
                    NDArray term = likelihood.mul(-1f / BATCH);
                    loss = loss == null ? term : loss.add(term);
                }
                Autograd.backward(loss);
                return loss.getFloat();
            }
        }
    }

    /** Rows that sum to 1, or to 0 where the picture does not tell. */
    private static NDArray targets(NDManager owner, Head head, Facts[] facts) {
        var rows = new float[facts.length * head.classes()];
        for (int i = 0; i < facts.length; i++) {
            List<Integer> answers = head.answers(facts[i]);
            for (int answer : answers) {
                rows[i * head.classes() + answer] += 1f / answers.size();
            }
        }
        return owner.create(rows, new Shape(facts.length, head.classes()));
    }

    static NDArray throughVae(Vae vae, NDArray images) {
        try (var off = GradMode.off()) {
            return vae.decode(vae.encode(images).mean()).clip(-1, 1);
        }
    }

    /** How well {@code judge} reads pictures of combinations that it was not trained on, after the VAE. */
    private Tally examine(Judge judge, int count) {
        var random = new SplittableRandom(-7);
        var tally = new Tally();
        try (NDManager owner = Torch.newOwner("examination")) {
            for (int i = 0; i < count; i++) {
                PaintedScene scene = painter.heldOut(random);
                try (var scope = Scope.open()) {
                    var pixels = new float[3 * SIZE * SIZE];
                    Pixels.put(scene.image(), 0, 0, SIZE, pixels, 0);
                    NDArray image = owner.create(pixels, new Shape(1, 3, SIZE, SIZE));
                    tally.add(judge.scores(throughVae(vae, image)), scene.facts(), false);
                }
            }
        }
        return tally;
    }
}
