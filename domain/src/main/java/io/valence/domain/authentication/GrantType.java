package io.valence.domain.authentication;

import java.util.Optional;

/** What an application gives a vendor for its first token (RFC 6749, section 1.3). */
public enum GrantType {
    /** A code that a user's consent brought (section 4.1). */
    AUTHORIZATION_CODE("authorization_code"),
    /** Nothing but who the application is (section 4.4). */
    CLIENT_CREDENTIALS("client_credentials");

    private final String wireName;

    GrantType(String wireName) {
        this.wireName = wireName;
    }

    /** The word of RFC 6749, which element files use too. */
    public String wireName() {
        return wireName;
    }

    /** The type of this word, if there is one. */
    public static Optional<GrantType> named(String word) {
        for (GrantType type : values()) {
            if (type.wireName.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
