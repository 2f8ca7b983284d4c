/** CLIP's byte-pair tokenizer. */
package dev.storyloom.diffusion.tokenizer;
