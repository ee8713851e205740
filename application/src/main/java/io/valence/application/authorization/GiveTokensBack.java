package io.valence.application.authorization;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Tells vendors of tokens that are no longer needed. Best effort: what a vendor does not take
 * within a day it never gets.
 */
public final class GiveTokensBack {
    /** For how long it is tried. */
    public static final Duration PATIENCE = Duration.ofDays(1);

    private static final int BATCH = 50;
    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final GiveBacks giveBacks;
    private final VendorAuthorization vendor;
    private final InstantSource time;

    /** A use case over what is to be given back. */
    public GiveTokensBack(GiveBacks giveBacks, VendorAuthorization vendor, InstantSource time) {
        this.giveBacks = giveBacks;
        this.vendor = vendor;
        this.time = time;
    }

    /**
     * Keeps tokens that nobody will use, to be given back soon. If they cannot be kept, the vendor
     * is told at once, and once.
     */
    public void giveBack(OAuthClient client, Tokens tokens) {
        if (client.revokeUrl().isEmpty()) {
            return;
        }
        try {
            giveBacks.add(new GiveBack(client, tokens, time.instant().plus(PATIENCE)));
        } catch (RuntimeException notKept) {
            vendor.revoke(client, tokens);
        }
    }

    /** Tries all that are due, once; says how many. */
    public int run() {
        List<GiveBacks.Kept> due = giveBacks.due(time.instant(), BATCH);
        for (GiveBacks.Kept kept : due) {
            Revocation result = vendor.revoke(kept.giveBack().client(), kept.giveBack().tokens());
            Instant again = time.instant().plus(rest(kept.attempts()));
            if (result == Revocation.SETTLED || again.isAfter(kept.giveBack().until())) {
                giveBacks.settle(kept.id());
            } else {
                giveBacks.postpone(kept.id(), again);
            }
        }
        return due.size();
    }

    private static Duration rest(int attempts) {
        return SHORTEST_REST.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }
}
