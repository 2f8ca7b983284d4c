package dev.storyloom.diffusion;

/** A safetensors file breaks a rule of the format (or one of ours), could not be read, or could not be written. */
public final class SafetensorsException extends DiffusionException {

    public SafetensorsException(String code, String sentence) {
        super(code, sentence, null);
    }

    public SafetensorsException(String code, String sentence, Throwable cause) {
        super(code, sentence, cause);
    }
}
