package io.valence.application.authorization;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Tells vendors of tokens that are no longer needed. Best effort: what a vendor does not take
 * within a day it never gets.
 */
public final class GiveTokensBack {
    /** For how long it is tried. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private static final int BATCH = 50;
    private static final int VENDORS_AT_A_TIME = 8;

    /** For how long a vendor is asked in one go, if it has that many to take. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final GiveBacks giveBacks;
    private final VendorAuthorization vendor;
    private final InstantSource time;
    private final Executor executor;

    /** A use case over what is to be given back; vendors are asked on the executor. */
    public GiveTokensBack(
            GiveBacks giveBacks,
            VendorAuthorization vendor,
            InstantSource time,
            Executor executor) {
        this.giveBacks = giveBacks;
        this.vendor = vendor;
        this.time = time;
        this.executor = executor;
    }

    /** The order to give these tokens back, from now on and for as long as it is worth trying. */
    public static GiveBack order(OAuthClient client, Tokens tokens, Instant now) {
        return new GiveBack(client, tokens, now.plus(PATIENCE));
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
            giveBacks.add(order(client, tokens, time.instant()));
        } catch (RuntimeException notKept) {
            vendor.revoke(client, tokens);
        }
    }

    /**
     * Tries all that are due, once; says how many. Some vendors at a time, and each of them one
     * after the other: one that is slow, or does not answer, rests until the next time.
     */
    public int run() {
        Instant begun = time.instant();
        Set<String> resting = ConcurrentHashMap.newKeySet();
        int all = 0;
        List<GiveBacks.Kept> due;
        do {
            due = giveBacks.due(begun, BATCH);
            tryAll(due, resting);
            all += due.size();
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
        return all;
    }

    private void tryAll(List<GiveBacks.Kept> due, Set<String> resting) {
        Map<String, List<GiveBacks.Kept>> byVendor =
                due.stream().collect(Collectors.groupingBy(GiveTokensBack::vendorOf));
        Semaphore free = new Semaphore(VENDORS_AT_A_TIME);
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        byVendor.forEach(
                (name, theirs) -> {
                    free.acquireUninterruptibly();
                    underWay.add(
                            CompletableFuture.runAsync(
                                            () -> tryThoseOf(name, theirs, resting), executor)
                                    .whenComplete((done, failure) -> free.release()));
                });
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
    }

    private static String vendorOf(GiveBacks.Kept kept) {
        return kept.giveBack().client().revokeUrl().map(URI::getAuthority).orElse("");
    }

    private void tryThoseOf(String name, List<GiveBacks.Kept> theirs, Set<String> resting) {
        Instant begun = time.instant();
        for (GiveBacks.Kept kept : theirs) {
            GiveBack giveBack = kept.giveBack();
            if (resting.contains(name)) {
                postpone(kept);
            } else if (vendor.revoke(giveBack.client(), giveBack.tokens()) == Revocation.SETTLED) {
                giveBacks.settle(kept.id());
            } else {
                postpone(kept);
                resting.add(name);
            }
            if (time.instant().isAfter(begun.plus(LONGEST_TURN))) {
                resting.add(name);
            }
        }
    }

    private void postpone(GiveBacks.Kept kept) {
        Instant again = time.instant().plus(rest(kept.attempts()));
        if (again.isAfter(kept.giveBack().until())) {
            giveBacks.settle(kept.id());
        } else {
            giveBacks.postpone(kept.id(), again);
        }
    }

    private static Duration rest(int attempts) {
        return SHORTEST_REST.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    }
}
