package io.valence.adapters.rest;

import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;

import java.util.List;

/** Vendors of which nothing counts but what they answer. */
interface AnsweringVendors extends Vendors {
    @Override
    default Preview preview(VendorRequest request) {
        return new Preview.Outgoing(request.method(), request.base() + request.target(), List.of());
    }
}
