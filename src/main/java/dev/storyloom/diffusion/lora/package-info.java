/** LoRA files: the names of diffusers, of peft and of kohya, matched to a model's layers and checked. */
package dev.storyloom.diffusion.lora;
