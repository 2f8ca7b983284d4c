/**
 * The layers that the models share. A layer takes its weights from {@link dev.storyloom.diffusion.nn.Weights} under the
 * checkpoint's own key names, so that walking the tree is all there is to loading.
 */
package dev.storyloom.diffusion.nn;
