package dev.storyloom.diffusion.training;

import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.weights.TensorSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * Which of a training's LoRAs it ends with: not the last one, but among those under which words still move the picture
 * the one that knows the photos best.
 */
final class CheckpointChoice {
    /** What must be left of the words' push: down to 0.34 pages show the places and times asked for (decision 0013). */
    private static final double OBEDIENT = 0.3;

    /** How strongly the best may count in the end, 1 being as it was trained; the first is always allowed. */
    private static final double[] STRENGTHS = {0.9, 1, 1.1, 1.2};

    /** What must be left of the words' push beyond the first strength. */
    private static final double HEARD = 0.34;

    /** Pages show more of the character long before the error on its photos grows by a hundredth. */
    private static final double HARDLY_WORSE = 1.01;

    private static final String EXAMINED = "examinations";
    private static final String KEPT = "kept";
    private static final int COLUMNS = 4;
    private static final String CHOSEN = "chosen.";

    private final List<Examination> examined = new ArrayList<>();
    private List<LoraLayer> layers = List.of();
    private Examination kept;

    /** {@code now}: the LoRA that was examined, asked for where it is the best so far. */
    void see(Examination examination, Supplier<List<LoraLayer>> now) {
        examined.add(examination);
        kept = null;
        if (best(examined).filter(examination::equals).isPresent()) {
            layers = now.get();
        }
    }

    /** Nothing where nothing was examined. */
    static Optional<Examination> best(List<Examination> examined) {
        Optional<Examination> likest = examined.stream()
                .filter(one -> one.following() >= OBEDIENT)
                .min(Comparator.comparingDouble(Examination::loss));
        return likest.isPresent()
                ? likest
                : examined.stream().max(Comparator.comparingDouble(Examination::following));
    }

    /** Of the best one, at the strength it is kept with. */
    Optional<Examination> best() {
        return kept != null ? Optional.of(kept) : best(examined);
    }

    /**
     * Makes the best one as strong as it may be: while words still move the picture, and it knows the photos as
     * well as at the strength it was trained with (decision 0013). {@code at}: its examination at another strength.
     */
    void strengthen(DoubleFunction<Examination> at) {
        Examination trained = best(examined).orElseThrow();
        kept = null;
        for (double strength : STRENGTHS) {
            Examination seen = strength == 1 ? trained : at.apply(strength).of(trained.step(), strength);
            boolean allowed = seen.following() >= HEARD && seen.loss() <= HARDLY_WORSE * trained.loss();
            if (kept != null && !allowed) {
                return;
            }
            kept = seen;
        }
    }

    /** The best one's layers as they were trained; empty where nothing was examined. */
    List<LoraLayer> trainedLayers() {
        return layers;
    }

    /** The best one's layers at the strength it is kept with; empty where nothing was examined. */
    List<LoraLayer> layers() {
        return kept == null ? layers : layers.stream().map(layer -> layer.times(kept.strength())).toList();
    }

    void save(Map<String, SealedFile.Tensor> state) {
        if (examined.isEmpty()) {
            return;
        }
        var rows = new float[COLUMNS * examined.size()];
        for (int i = 0; i < examined.size(); i++) {
            rows[COLUMNS * i] = examined.get(i).step();
            rows[COLUMNS * i + 1] = examined.get(i).loss();
            rows[COLUMNS * i + 2] = examined.get(i).before();
            rows[COLUMNS * i + 3] = examined.get(i).following();
        }
        state.put(EXAMINED, new SealedFile.Tensor(new long[] {examined.size(), COLUMNS}, rows));
        if (kept != null) {
            state.put(KEPT, new SealedFile.Tensor(new long[] {COLUMNS + 1}, new float[] {
                kept.step(), kept.loss(), kept.before(), kept.following(), kept.strength()
            }));
        }
        for (LoraLayer layer : layers) {
            String name = name(layer);
            state.put(name + ".down", new SealedFile.Tensor(layer.downShape(), layer.down()));
            state.put(name + ".up", new SealedFile.Tensor(layer.upShape(), layer.up()));
            if (layer.isDora()) {
                state.put(name + ".magnitude", new SealedFile.Tensor(new long[] {layer.out()}, layer.magnitude()));
            }
        }
    }

    /** Goes back to what {@link #save} wrote; {@code like}: the training's layers, whatever their numbers are. */
    void restore(TensorSource state, List<LoraLayer> like) {
        if (!state.tensors().containsKey(EXAMINED)) {
            return;
        }
        float[] rows = state.floats(EXAMINED);
        for (int i = 0; i < rows.length; i += COLUMNS) {
            examined.add(new Examination((int) rows[i], rows[i + 1], rows[i + 2], rows[i + 3]));
        }
        if (state.tensors().containsKey(KEPT)) {
            float[] row = state.floats(KEPT);
            kept = new Examination((int) row[0], row[1], row[2], row[3], row[4]);
        }
        layers = like.stream().map(layer -> stored(state, layer)).toList();
    }

    private static LoraLayer stored(TensorSource state, LoraLayer like) {
        String name = name(like);
        return new LoraLayer(like.part(), like.module(), like.rank(), like.in(), like.out(), like.window(),
                state.floats(name + ".down"), state.floats(name + ".up"), like.alpha(),
                like.isDora() ? state.floats(name + ".magnitude") : null);
    }

    private static String name(LoraLayer layer) {
        return CHOSEN + layer.part() + "." + layer.module();
    }
}
