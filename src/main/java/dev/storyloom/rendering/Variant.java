package dev.storyloom.rendering;

/**
 * One of the pictures that were painted for the same words.
 *
 * @param version what the scene calls it
 * @param address where its owner can see it
 */
public record Variant(int version, String address, boolean chosen) {
}
