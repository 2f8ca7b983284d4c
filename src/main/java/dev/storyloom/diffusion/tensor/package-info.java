/**
 * The one guarded door to DJL and libtorch: who owns an array ({@link dev.storyloom.diffusion.tensor.Scope}), what DJL
 * lacks ({@link dev.storyloom.diffusion.tensor.Kernels}), seeded noise, dtypes and grad mode.
 */
package dev.storyloom.diffusion.tensor;
