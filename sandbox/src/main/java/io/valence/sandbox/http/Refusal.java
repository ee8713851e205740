package io.valence.sandbox.http;

/**
 * A call that is not carried out: its status, a code for machines, and a sentence. Each vendor says
 * it in its own shape.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** A refusal of this status. */
    public Refusal(int status, String code, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What a program may look at. */
    public String code() {
        return code;
    }

    /** What a person may read. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** 400. */
    public static Refusal badRequest(String sentence) {
        return new Refusal(400, "invalid_request", sentence);
    }

    /** 404. */
    public static Refusal notFound(String sentence) {
        return new Refusal(404, "not_found", sentence);
    }
}
