package dev.storyloom.web;

/** A request that did not come from one of our pages, or from one that is too old; its code says which. */
class ForgeryException extends RuntimeException {
    private final String code;

    ForgeryException(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
