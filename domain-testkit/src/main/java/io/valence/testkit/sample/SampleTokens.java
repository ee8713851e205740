package io.valence.testkit.sample;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tokens of a vendor, and what is said about them. */
public final class SampleTokens {
    /** When the first ones were had. */
    public static final Instant OBTAINED_AT = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** For how long each is good, as the vendor says. */
    public static final Duration LIFETIME = Duration.ofSeconds(43_199);

    private SampleTokens() {}

    /** Those that an instance begins with. */
    public static Tokens first() {
        return number(1);
    }

    /** Those of this generation, had an hour after those before. */
    public static Tokens number(int generation) {
        Instant obtainedAt = OBTAINED_AT.plus(Duration.ofHours(generation - 1L));
        return new Tokens(
                Secret.of("sample-access-token-" + generation),
                Optional.of(Secret.of("sample-refresh-token-" + generation)),
                obtainedAt,
                Optional.of(obtainedAt.plus(LIFETIME)));
    }

    /** An access token alone, of which nobody knows how long it is good. */
    public static Tokens accessAlone() {
        return new Tokens(
                Secret.of("sample-access-token-alone"),
                Optional.empty(),
                OBTAINED_AT,
                Optional.empty());
    }

    /** A grant that begins with these. */
    public static FirstGrant grantOf(Tokens tokens) {
        return new FirstGrant(
                tokens,
                tokens.expiresAt().map(end -> end.minus(Duration.ofMinutes(5))),
                new Attempt(
                        tokens.obtainedAt(),
                        Attempt.Cause.PROVISIONED,
                        "node-1",
                        0,
                        Optional.of(200),
                        Optional.empty(),
                        Attempt.Result.RENEWED));
    }

    /** An attempt to replace the tokens of this generation. */
    public static Attempt attempt(long generation, Attempt.Result result) {
        return attempt(generation, result, OBTAINED_AT.plus(Duration.ofHours(generation)));
    }

    /** An attempt to replace the tokens of this generation at this moment. */
    public static Attempt attempt(long generation, Attempt.Result result, Instant at) {
        return new Attempt(
                at,
                Attempt.Cause.EXPIRED,
                "node-1",
                generation,
                Optional.of(result == Attempt.Result.REFUSED ? 400 : 200),
                Optional.of("as the vendor said, größer 🔑"),
                result);
    }

    /** These tokens with the client that had them, to be given back until this moment. */
    public static GiveBack giveBack(Tokens tokens, Instant until) {
        OAuthClient client =
                new OAuthClient(
                        URI.create("https://auth.example.com/token?audience=a%20b"),
                        URI.create("https://auth.example.com/refresh"),
                        Optional.of(URI.create("https://auth.example.com/revoke")),
                        Secret.of("sample-client"),
                        Secret.of("sample-client-secret"),
                        true,
                        Optional.of("BusinessData_RW"));
        return new GiveBack(client, tokens, until);
    }
}
