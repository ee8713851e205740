package io.valence.domain.account;

import java.time.Instant;

/** A company: everything in it is invisible to every other one. It has one default account. */
public record Organization(
        OrganizationId id, String name, AccountId defaultAccount, Instant createdAt) {}
