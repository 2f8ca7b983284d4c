package dev.storyloom.diffusion;

/** A LoRA file does not fit: wrong architecture, missing halves, wrong ranks, or numbers that are not finite. */
public final class LoraException extends DiffusionException {

    public LoraException(String code, String sentence) {
        super(code, sentence, null);
    }

    public LoraException(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }
}
