/** Fetches model folders from a model hub that speaks the Hugging Face hub's protocol. */
package dev.storyloom.diffusion.hub;
