package io.valence.adapters.rest.http;

import java.util.Set;

/** The words of this server's own, which a path of an element's resources does not begin with. */
public final class OwnWords {
    /** Whether there is something or not; below a hub they are the element's. */
    private static final Set<String> WITHOUT_HUB =
            Set.of(
                    "bulk",
                    "bulkloader",
                    "common-resources",
                    "docs",
                    "elements",
                    "events",
                    "formulas",
                    "hubs",
                    "instances",
                    "jobs",
                    "notifications",
                    "organizations",
                    "usage");

    private static final Set<String> ANYWHERE = Set.of("objects", "ping");

    /** What clients take for a way up, and never send. */
    private static final Set<String> DOTS = Set.of(".", "..");

    private OwnWords() {}

    /** Whether all that begins so, without a hub before it, is this server's. */
    public static boolean isWithoutHub(String word) {
        return WITHOUT_HUB.contains(word);
    }

    /** Whether nothing else can be called by this name wherever resources can. */
    public static boolean isTaken(String name) {
        return WITHOUT_HUB.contains(name) || ANYWHERE.contains(name) || DOTS.contains(name);
    }
}
