package io.valence.application.call;

import io.valence.domain.call.VendorRequest;

/** Whether a request can be made for a vendor. */
sealed interface Prepared {
    /** This one. */
    record Ready(VendorRequest request) implements Prepared {}

    /** None, for a reason. */
    record Not(String reason) implements Prepared {}
}
