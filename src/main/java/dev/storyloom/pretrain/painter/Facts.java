package dev.storyloom.pretrain.painter;

import java.util.List;

/**
 * What a picture shows, for its caption, and for probes that measure how well a model follows its prompt.
 *
 * @param cast nobody, one or two; the first is the subject of the caption
 * @param place null for a photo on a {@link Surface}
 * @param time null where place is
 * @param thing null when there is none
 * @param surface null for all but such photos
 */
public record Facts(List<Role> cast, Place place, TimeOfDay time, Weather weather, Thing thing, Action action,
                    View view, Style style, Surface surface, Language language) {

    /**
     * Somebody in the picture.
     *
     * @param fur null for the drawn colour
     * @param clothes null for who wears none
     * @param tone of the skin, 0 (light) to 4 (dark)
     */
    public record Role(Subject subject, Tint fur, Tint clothes, int tone) {
    }

    /** @param tint null for the drawn colour */
    public record Thing(Prop prop, Tint tint) {
    }

    /** The language of the caption. */
    public enum Language { ENGLISH, VIETNAMESE }

    /** Null where there is nobody. */
    public Subject subject() {
        return cast.isEmpty() ? null : cast.get(0).subject();
    }

    /** Null where there is none. */
    public Prop prop() {
        return thing == null ? null : thing.prop();
    }

    public Facts in(Language other) {
        return new Facts(cast, place, time, weather, thing, action, view, style, surface, other);
    }

    /**
     * Whether this combination of subject, place, time and thing is kept out of training, for evaluation: one in
     * twelve, by a hash that is the same on every machine.
     */
    public boolean heldOut() {
        int hash = (subject() + "|" + place + "|" + time + "|" + prop() + "|" + surface).hashCode();
        // Finaliser of MurmurHash3: a string's hash alone is too regular in its low digits.
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return !cast.isEmpty() && Integer.remainderUnsigned(hash ^ hash >>> 16, 12) == 0;
    }
}
