package io.valence.domain.account;

import java.time.Instant;

/** Somebody, or something, that calls this server for an account of an organization. */
public record User(
        UserId id,
        OrganizationId organization,
        AccountId account,
        String email,
        String firstName,
        String lastName,
        Instant createdAt) {}
