package io.valence.domain.instance;

/** A kind of the vendor's records that an application calls by a name of its own. */
public record RenamedObject(String name, String vendorName) {}
