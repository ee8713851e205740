package io.valence.server.admin;

/** The reason why a command was not carried out. */
final class AdminFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;

    private final int status;
    private final boolean isMisuse;

    private AdminFailure(int status, boolean isMisuse, String message) {
        super(message, null, false, false);
        this.status = status;
        this.isMisuse = isMisuse;
    }

    /** The words of the command make no sense. */
    static AdminFailure misuse(String message) {
        return new AdminFailure(REFUSED, true, message);
    }

    /** The command makes sense, but something it needs is missing or wrong. */
    static AdminFailure refused(String message) {
        return new AdminFailure(REFUSED, false, message);
    }

    /** The server did not do it. */
    static AdminFailure failed(String message) {
        return new AdminFailure(FAILED, false, message);
    }

    int status() {
        return status;
    }

    boolean isMisuse() {
        return isMisuse;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
