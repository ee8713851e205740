package io.valence.domain.account;

/** The answer to a new user. */
public sealed interface Registered {
    /** It is there. */
    record Added(User user) implements Registered {}

    /** There is no such organization. */
    record NoSuchOrganization() implements Registered {}

    /** The organization has a user of this e-mail address, whatever its capitals. */
    record EmailTaken() implements Registered {}
}
