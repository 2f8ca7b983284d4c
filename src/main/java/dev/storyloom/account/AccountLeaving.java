package dev.storyloom.account;

import java.util.UUID;

/**
 * Fired before an account is deleted: whoever keeps something for it deletes it, files included, and writes down how
 * much it was.
 */
public record AccountLeaving(UUID accountId, Receipt receipt) {

    /** What was deleted, for the person who leaves. */
    public static final class Receipt {
        private int characters;
        private int photos;
        private int stories;

        public void character(int photosOfIt) {
            characters++;
            photos += photosOfIt;
        }

        public void story() {
            stories++;
        }

        public int characters() {
            return characters;
        }

        public int photos() {
            return photos;
        }

        public int stories() {
            return stories;
        }
    }
}
