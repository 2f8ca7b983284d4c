/** Safetensors files, read strictly and written crash-safely, and model folders in the layout of diffusers. */
package dev.storyloom.diffusion.weights;
