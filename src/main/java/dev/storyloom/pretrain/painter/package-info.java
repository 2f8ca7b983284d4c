/**
 * Draws the pictures that the bundled model learns from, with their captions. Figures and things come from an art
 * collection that the user names; places, light, bodies and layout are our own.
 */
package dev.storyloom.pretrain.painter;
