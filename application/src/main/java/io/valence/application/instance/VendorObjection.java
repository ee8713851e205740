package io.valence.application.instance;

import java.util.Optional;

/** Why a vendor does not let an instance in. */
public sealed interface VendorObjection {
    /** The user did not consent, or the vendor did not let the user. */
    record Denied(String error, Optional<String> description) implements VendorObjection {}

    /** The vendor refused the code, the refresh token or the application. */
    record GrantRefused(String error, String said) implements VendorObjection {}

    /** The vendor refused the credentials. */
    record CredentialsRefused(int status, String said) implements VendorObjection {}

    /** The vendor answered with what is of no use. */
    record Failed(int status, String said) implements VendorObjection {}

    /**
     * The vendor did not answer.
     *
     * @param late whether it took too long
     */
    record Unreachable(String reason, boolean late) implements VendorObjection {}
}
