package io.valence.domain.call;

import java.util.List;

/** How a request to a vendor would go out, with the mask in place of every credential. */
public sealed interface Preview {
    /**
     * The request.
     *
     * @param address the whole of it, percent-encoded
     * @param headers all that would be sent
     */
    record Outgoing(String method, String address, List<Header> headers) implements Preview {
        public Outgoing {
            headers = List.copyOf(headers);
        }
    }

    /** It would not be sent: it may not go where it should. */
    record Barred(String reason) implements Preview {}
}
