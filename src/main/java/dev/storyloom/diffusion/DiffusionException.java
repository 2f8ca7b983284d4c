package dev.storyloom.diffusion;

/**
 * What can go wrong in the engine, as one plain English sentence and a code that a message bundle can translate.
 */
public abstract sealed class DiffusionException extends RuntimeException
        permits ModelException, LoraException, SafetensorsException, CancelledException {

    private final String code;

    DiffusionException(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /** Stable, lower-case with underscores; for example {@code model_missing}. */
    public String code() {
        return code;
    }
}
