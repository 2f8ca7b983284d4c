/** Text to image with SDXL: requests and results as records, one loaded model that paints them. */
package dev.storyloom.diffusion.pipeline;
