package io.valence.application.call;

/** Whether whoever called still waits for the answer. */
@FunctionalInterface
public interface Presence {
    /** That of callers who wait however long it takes. */
    Presence LASTING = () -> true;

    /** Whether it lasts; yes, as long as nothing shows that the caller has hung up. */
    boolean lasts();
}
