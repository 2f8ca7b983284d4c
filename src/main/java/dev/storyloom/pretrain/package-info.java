/**
 * How storyloom-mini, the bundled model, comes to be: pictures that Storyloom paints itself teach first the VAE, then
 * the text encoders and the U-Net together. Every stage can be stopped and goes on from its last checkpoint.
 */
package dev.storyloom.pretrain;
