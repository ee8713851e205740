package io.valence.domain.account;

/** The number of an organization. */
public record OrganizationId(long value) {
    public OrganizationId {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "the number of an organization is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
