package io.valence.adapters.rest.http;

/**
 * A request that cannot be carried out as it was sent: its status and what to change. Thrown while
 * reading it.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** A refusal of this status, in a sentence for the caller. */
    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What to change. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** 400. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** 400 or 408, for a body that was not sent to its end. */
    public static Refusal brokenBody(boolean late) {
        return late
                ? new Refusal(408, "The body took too long to arrive. Send it faster.")
                : badRequest("The body did not arrive whole. Send it again.");
    }

    /** 406, for a caller that takes no JSON where there is nothing else. */
    public static Refusal jsonNotTaken() {
        return new Refusal(406, "The answer is JSON. Send Accept: application/json.");
    }

    /** 401, for an Element token that names no instance. */
    public static Refusal unknownToken() {
        return unauthorized("The Element token is not known here, or its instance is gone.");
    }

    /** 401. */
    public static Refusal unauthorized(String message) {
        return new Refusal(401, message);
    }
}
