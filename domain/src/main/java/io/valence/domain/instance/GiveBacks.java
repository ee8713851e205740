package io.valence.domain.instance;

import java.time.Instant;
import java.util.List;

/**
 * What is still to be given back to vendors; kept here, or by {@link Instances} when an instance is
 * removed.
 */
public interface GiveBacks {
    /** One of them with the number that it is settled by, and how often it was tried. */
    record Kept(long id, GiveBack giveBack, int attempts) {}

    /** Keeps this, due at once. */
    void add(GiveBack giveBack);

    /** Those that are to be tried by now, the longest due first. */
    List<Kept> due(Instant now, int most);

    /** Forgets one: it is done, or not worth another attempt. */
    void settle(long id);

    /** Keeps one for another attempt at this moment. */
    void postpone(long id, Instant until);
}
