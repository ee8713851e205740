package io.valence.domain.element;

/** A family of elements that offer the same resources, such as {@code crm}. */
public record Hub(long id, String key, String name, String description, boolean active) {}
