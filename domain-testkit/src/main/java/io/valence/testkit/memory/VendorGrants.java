package io.valence.testkit.memory;

import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link InMemoryVendorAuthorization} has handed out: tokens in families, each of which ends
 * as a whole when an old refresh token is used again.
 */
final class VendorGrants {
    private final InstantSource clock;
    private final Map<Fingerprint, Family> byRefreshToken = new HashMap<>();
    private final Map<Fingerprint, Issued> byAccessToken = new HashMap<>();
    private final List<Family> families = new ArrayList<>();
    private int lastToken;
    Duration lifetime = Duration.ofHours(1);
    boolean concealing;
    boolean rotating = true;

    VendorGrants(InstantSource clock) {
        this.clock = clock;
    }

    /** All tokens that came of one consent. */
    private static final class Family {
        private final Secret client;
        private Optional<Secret> refresh = Optional.empty();
        private boolean revoked;

        Family(Secret client) {
            this.client = client;
        }
    }

    private record Issued(Family family, Instant end) {}

    TokenAnswer begin(Secret client, boolean renewable) {
        Family family = new Family(client);
        families.add(family);
        return handOut(family, renewable);
    }

    /** Other tokens for a refresh token; none if it is not good. */
    Optional<TokenAnswer> renew(Secret client, Secret refresh) {
        Family family = byRefreshToken.get(refresh.fingerprint());
        if (family == null || family.revoked || !family.client.equals(client)) {
            return Optional.empty();
        }
        if (!family.refresh.equals(Optional.of(refresh))) {
            family.revoked = true;
            return Optional.empty();
        }
        return Optional.of(handOut(family, rotating));
    }

    private TokenAnswer handOut(Family family, boolean withRefreshToken) {
        lastToken++;
        Secret access = Secret.of("access-" + lastToken);
        byAccessToken.put(access.fingerprint(), new Issued(family, clock.instant().plus(lifetime)));
        Optional<Secret> refresh = Optional.empty();
        if (withRefreshToken) {
            refresh = Optional.of(Secret.of("refresh-" + lastToken));
            byRefreshToken.put(refresh.get().fingerprint(), family);
            family.refresh = refresh;
        }
        return new TokenAnswer.Granted(
                access,
                refresh,
                concealing ? Optional.empty() : Optional.of(lifetime),
                Optional.empty());
    }

    boolean letsIn(Secret access) {
        Issued issued = byAccessToken.get(access.fingerprint());
        return issued != null && !issued.family().revoked && clock.instant().isBefore(issued.end());
    }

    int live() {
        return (int) families.stream().filter(family -> !family.revoked).count();
    }

    void revoke(Tokens tokens) {
        Issued issued = byAccessToken.get(tokens.access().fingerprint());
        if (issued != null) {
            issued.family().revoked = true;
        }
        tokens.refresh()
                .map(token -> byRefreshToken.get(token.fingerprint()))
                .ifPresent(family -> family.revoked = true);
    }

    void revokeAccessTokens() {
        byAccessToken.clear();
    }

    void revokeAll() {
        families.forEach(family -> family.revoked = true);
    }
}
