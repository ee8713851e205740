package io.valence.domain.planted;

import java.util.concurrent.atomic.AtomicInteger;

/** Uses a package of the platform that is not on the list. */
public record Foreigner(AtomicInteger count) {}
