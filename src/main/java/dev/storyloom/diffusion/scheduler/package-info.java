/**
 * Sampling algorithms as tables of numbers: one algorithm a file, no tensors, nothing that changes.
 *
 * <p>Every algorithm of this kind is linear in the sample, the model's predictions and fresh noise, so a whole run is
 * known before it starts: a {@link dev.storyloom.diffusion.scheduler.SamplingPlan}.
 */
package dev.storyloom.diffusion.scheduler;
