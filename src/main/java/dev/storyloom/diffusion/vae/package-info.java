/** The variational autoencoder between pictures and latents (diffusers' AutoencoderKL). */
package dev.storyloom.diffusion.vae;
