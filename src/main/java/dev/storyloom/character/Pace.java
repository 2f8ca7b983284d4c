package dev.storyloom.character;

import java.util.Locale;

/** How long a character is learned. Of all states on the way the best is kept, so that more steps seldom harm. */
public enum Pace {
    QUICK(1), BALANCED(2), CAREFUL(3);

    private final int factor;

    Pace(int factor) {
        this.factor = factor;
    }

    /** By how much the steps of the quick one are multiplied. */
    int factor() {
        return factor;
    }

    /** The pace of that name; anything else is the quick one. */
    static Pace of(String name) {
        for (var pace : values()) {
            if (name != null && pace.name().equals(name.toUpperCase(Locale.ROOT))) {
                return pace;
            }
        }
        return QUICK;
    }
}
