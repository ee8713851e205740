package io.valence.application.call;

import io.valence.domain.call.Connection;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Grant;

import java.net.URI;
import java.util.Optional;

/** Whether a connection leads to its vendor. */
sealed interface Passage {
    /** To this address, with these credentials. */
    record Open(URI base, Credentials credentials, UnlockedConfiguration configuration)
            implements Passage {
        /** The call as the vendor gets it. */
        VendorRequest request(VendorCall call) {
            return new VendorRequest(
                    call.method(),
                    base,
                    call.target(),
                    call.headers(),
                    credentials,
                    call.content());
        }
    }

    /** It does not, for a reason. */
    record Closed(String reason) implements Passage {}

    /** What is made of this connection. */
    static Passage of(Element element, Connection connection) {
        UnlockedConfiguration configuration = connection.configuration(element);
        Optional<URI> base = configuration.address(Credentials.BASE_URL_KEY);
        if (base.isEmpty()) {
            return new Closed("The configuration makes no address of base.url");
        }
        Optional<Credentials> credentials =
                Credentials.of(element, configuration, connection.grant().map(Grant::tokens));
        if (credentials.isEmpty()) {
            return new Closed("The configuration lacks credentials for " + element.scheme().name());
        }
        return new Open(base.get(), credentials.get(), configuration);
    }
}
