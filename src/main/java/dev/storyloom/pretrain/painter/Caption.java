package dev.storyloom.pretrain.painter;

/**
 * What a picture is learned under and asked for with.
 *
 * @param content the sentence without its style
 * @param whole with its style
 */
public record Caption(String content, String whole) {
}
