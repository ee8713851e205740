package io.valence.application.call;

import io.valence.domain.call.VendorAnswer;

/** What came of one attempt to ask a vendor. */
sealed interface Trial {
    /** What the vendor did, and the instance with the tokens that it was asked by. */
    record Heard(Reached through, VendorAnswer answer) implements Trial {}

    /** The vendor was not asked. */
    record Missed(Setback setback) implements Trial {}
}
