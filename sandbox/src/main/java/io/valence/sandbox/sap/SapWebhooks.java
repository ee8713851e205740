package io.valence.sandbox.sap;

import io.valence.sandbox.http.Routes;
import io.valence.sandbox.row.Rows;

/** Where the vendor is asked to tell of events. They are kept, and nobody is told. */
final class SapWebhooks {
    void addTo(Routes routes) {
        new SapRecords("Webhooks", new Rows("id", "callbackUrl", "eventType"))
                .readable(routes)
                .changeable(routes, "callbackUrl", "eventType")
                .removable(routes);
    }
}
