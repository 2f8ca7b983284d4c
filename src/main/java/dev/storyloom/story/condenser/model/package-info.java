/**
 * The condenser with a language model: the built-in condenser cuts the story and keeps its words, a model says what each
 * page shows, and whatever it answers is checked. Without a good answer in time the built-in plan stands.
 */
package dev.storyloom.story.condenser.model;
