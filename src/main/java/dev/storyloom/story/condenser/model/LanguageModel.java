package dev.storyloom.story.condenser.model;

/** A language model that answers one question with one JSON text. */
public interface LanguageModel {

    /** Throws a {@link RuntimeException} where there is no answer. */
    String answer(Question question);

    /** Where it runs, for people: its address without a key. */
    String address();
}
