package io.valence.domain.call;

import io.valence.domain.resource.Parameter;

import java.util.ArrayList;
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

        /** What the request itself says. */
        static Outgoing of(VendorRequest request) {
            StringBuilder address = new StringBuilder(request.base().toString());
            if (address.length() > 0
                    && address.charAt(address.length() - 1) == '/'
                    && request.target().startsWith("/")) {
                address.setLength(address.length() - 1);
            }
            address.append(request.target());
            List<Header> headers = new ArrayList<>(request.headers());
            for (Credentials.Placed placed : request.credentials().masked().placed()) {
                String value = placed.value().reveal();
                if (placed.destination() == Parameter.Destination.HEADER) {
                    headers.removeIf(header -> header.is(placed.name()));
                    headers.add(new Header(placed.name(), value));
                } else {
                    address.append(address.indexOf("?") < 0 ? '?' : '&')
                            .append(placed.name())
                            .append('=')
                            .append(value);
                }
            }
            return new Outgoing(request.method(), address.toString(), headers);
        }
    }

    /** It would not be sent: it may not go where it should. */
    record Barred(String reason) implements Preview {}
}
