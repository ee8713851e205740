package io.valence.server;

import java.util.List;

/** The end of a command that cannot be carried out, told in words that help whoever gave it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private final int status;

    private Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** What was asked for is wrong: it will fail again unless it is changed. */
    static Refusal ofWish(String message) {
        return new Refusal(REFUSED, message);
    }

    /** The same for several reasons, each on a line. */
    static Refusal ofWish(String heading, List<String> reasons) {
        return new Refusal(REFUSED, heading + "\n  - " + String.join("\n  - ", reasons));
    }

    /** Something around us does not play along. */
    static Refusal ofCircumstance(String message) {
        return new Refusal(FAILED, message);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
