package io.valence.domain.call;

/** One line of an HTTP header section (RFC 9110, section 5). */
public record Header(String name, String value) {
    /** Whether this is its name; case does not matter. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    /** The name alone: a value may be a credential. */
    @Override
    public String toString() {
        return name;
    }
}
