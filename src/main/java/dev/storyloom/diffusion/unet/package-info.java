/** SDXL's U-Net (Podell et al. 2023; diffusers' UNet2DConditionModel with text_time conditioning), base and refiner. */
package dev.storyloom.diffusion.unet;
