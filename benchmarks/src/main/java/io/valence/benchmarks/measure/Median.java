package io.valence.benchmarks.measure;

import java.util.Arrays;

/** The middle of some numbers. */
public final class Median {
    private Median() {}

    /** The number in the middle, or between the two that are. */
    public static double of(double... numbers) {
        return percentile(50, numbers);
    }

    /** The number that so many percent of the numbers do not exceed, interpolated. */
    public static double percentile(double percent, double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
