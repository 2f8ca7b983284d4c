/** DreamBooth with LoRA (Ruiz et al. 2022, Hu et al. 2021): photos of one character to a LoRA of the U-Net. */
package dev.storyloom.diffusion.training;
