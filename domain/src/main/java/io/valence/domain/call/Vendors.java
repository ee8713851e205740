package io.valence.domain.call;

/** The APIs of vendors. No method throws for what a vendor does. */
public interface Vendors {
    /**
     * Sends a request, with its credentials, to the vendor's host and, if the vendor redirects it
     * there, to others without them.
     */
    VendorAnswer send(VendorRequest request);

    /** How a request would be sent to the vendor's host, without sending it. */
    Preview preview(VendorRequest request);
}
