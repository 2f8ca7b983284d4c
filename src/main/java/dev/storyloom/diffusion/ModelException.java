package dev.storyloom.diffusion;

/** A model folder is missing, damaged, or of a kind that this engine cannot run. */
public final class ModelException extends DiffusionException {

    public ModelException(String code, String sentence) {
        super(code, sentence, null);
    }

    public ModelException(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }

    /** A fault of the model's contents without a finer code. */
    public ModelException(String sentence) {
        this("model_damaged", sentence);
    }
}
