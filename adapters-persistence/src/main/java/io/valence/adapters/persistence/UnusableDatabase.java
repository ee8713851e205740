package io.valence.adapters.persistence;

/**
 * The finding that a database cannot be worked with; its message tells the operator why and what to
 * do, without a secret in it.
 */
public final class UnusableDatabase extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableDatabase(String message) {
        super(message);
    }

    UnusableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
