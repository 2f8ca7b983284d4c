/** CLIP's text encoders (Radford et al. 2021), both of SDXL's: with and without the projection of the pooled text. */
package dev.storyloom.diffusion.clip;
