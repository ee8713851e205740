package io.valence.benchmarks.load;

import java.util.Locale;

/** What a round of load came to. */
record Throughput(double perSecond, double medianMillis, double p99Millis) {
    @Override
    public String toString() {
        return text(perSecond, p99Millis);
    }

    static String text(double perSecond, double p99Millis) {
        return String.format(Locale.ROOT, "%.0f/s, p99 %.1f ms", perSecond, p99Millis);
    }
}
