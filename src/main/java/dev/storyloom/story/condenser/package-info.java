/**
 * From a story to what the painter sees: sentences, scenes, and one English prompt for each scene. English and
 * Vietnamese, without a model and without the network; the same story always gives the same plan.
 */
package dev.storyloom.story.condenser;
