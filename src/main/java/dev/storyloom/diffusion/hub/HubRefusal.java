package dev.storyloom.diffusion.hub;

import java.io.IOException;

import dev.storyloom.diffusion.ModelException;

/** The hub answered, but not with what was asked for. */
final class HubRefusal extends IOException {

    private static final long serialVersionUID = 1L;
    /** Stands for redirects that lead nowhere. */
    static final int LOST = 310;
    private static final int LONGEST_WAIT = 300;

    private final int status;
    private final String retryAfter;

    HubRefusal(int status, String retryAfter) {
        super("status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Whether the same question may well be answered later. */
    boolean passes() {
        return status == 408 || status == 416 || status == 429 || status >= 500;
    }

    /** Seconds that the hub asks to wait, at most five minutes, or {@code otherwise}. */
    long pause(long otherwise) {
        boolean seconds = retryAfter != null && retryAfter.matches("\\d{1,6}");
        return seconds ? Math.min(LONGEST_WAIT, Long.parseLong(retryAfter)) : otherwise;
    }

    /** What to tell the person who wants {@code what}. */
    ModelException explain(String what) {
        return switch (status) {
            case 401 -> new ModelException("hub_token", "The hub does not show " + what
                    + " to everybody: set HF_TOKEN to a token of yours, and HF_ENDPOINT to the hub's address.", this);
            case 403 -> new ModelException("hub_forbidden", "The hub does not let you read " + what
                    + ": accept its terms on its page, or use a token (HF_TOKEN) that may.", this);
            case 404 -> new ModelException("hub_unknown", "The hub has no " + what + ".", this);
            case 429 -> new ModelException("hub_busy", "The hub says that it was asked too often; try again later. "
                    + "What was fetched is kept.", this);
            case LOST -> new ModelException("hub_redirect", "The hub sends us around for " + what + " without an end.", this);
            default -> new ModelException("hub_failed", "The hub failed to give " + what + " (status " + status
                    + "); try again later. What was fetched is kept.", this);
        };
    }
}
