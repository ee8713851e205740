package io.valence.domain.account;

/** Whose eyes look at the catalog. */
public sealed interface Viewer {
    /** Nobody known: sees what everybody may see. */
    record Anonymous() implements Viewer {}

    /** A user: sees what belongs to its organization too. */
    record Member(User user) implements Viewer {}
}
