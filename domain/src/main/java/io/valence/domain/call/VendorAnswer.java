package io.valence.domain.call;

import java.time.Duration;
import java.util.List;

/** What came of a request to a vendor. */
public sealed interface VendorAnswer {
    /**
     * The vendor's answer, whatever its status. Whoever gets it closes its content, which frees the
     * connection.
     *
     * @param headers end to end ones alone
     * @param atHome whether it is of one who was given the credentials, and not of one to whom the
     *     vendor has redirected
     */
    record Answered(int status, List<Header> headers, Content content, boolean atHome)
            implements VendorAnswer {
        public Answered {
            headers = List.copyOf(headers);
        }
    }

    /**
     * No answer that could be understood.
     *
     * @param reason in words that may be shown
     * @param late whether it was time that ran out
     * @param sent whether the vendor may have received the request
     */
    record Unreachable(String reason, boolean late, boolean sent) implements VendorAnswer {}

    /**
     * The caller's body ended before its end, so that the vendor got half a request and gave no
     * answer.
     *
     * @param late whether it was time that ran out
     */
    record BodyBrokeOff(boolean late) implements VendorAnswer {}

    /**
     * The request was not sent at all: the vendor has failed so often that it is left alone.
     *
     * @param reason in words that may be shown
     * @param rest for how much longer, as far as can be told
     */
    record Resting(String reason, Duration rest) implements VendorAnswer {}

    /** The request was not sent at all: it may not go where it should. */
    record Barred(String reason) implements VendorAnswer {}
}
