/**
 * The image engine: Stable Diffusion XL and its DreamBooth-LoRA training on libtorch.
 *
 * <p>Nothing in here knows the web application; only {@code java.*}, {@code ai.djl}, Jackson and slf4j are imported.
 */
package dev.storyloom.diffusion;
