package io.valence.domain.account;

/**
 * Who a new user is: an e-mail address, unique in the organization, and two names, which may be
 * empty.
 */
public record Person(String email, String firstName, String lastName) {}
