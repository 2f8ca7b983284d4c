/** Makes the photographs of the sample character: a soft toy of our own, modelled, lit and rendered in Java. */
package dev.storyloom.pretrain.sample;
