/**
 * Compares this engine on this machine with numbers that the reference implementation (diffusers) gave: the one place
 * for these comparisons, run by the tests and by {@code storyloom check}.
 */
package dev.storyloom.diffusion.check;
