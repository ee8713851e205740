package io.valence.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * Two things that were measured in turn, round by round, so that whatever else the machine did
 * befell both.
 */
public record Duel<T>(List<T> ours, List<T> reference) {
    /** Measures both in every round, each one first in every other round. */
    public static <T> Duel<T> fight(int rounds, Callable<T> ours, Callable<T> reference)
            throws Exception {
        List<T> own = new ArrayList<>();
        List<T> other = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                own.add(ours.call());
                other.add(reference.call());
            } else {
                other.add(reference.call());
                own.add(ours.call());
            }
            Progress.say(
                    "  round %d of %d: Valence %s, reference %s",
                    round + 1, rounds, own.getLast(), other.getLast());
        }
        return new Duel<>(own, other);
    }

    /** The median of Valence's rounds. */
    public double ours(ToDoubleFunction<T> of) {
        return Median.of(ours.stream().mapToDouble(of).toArray());
    }

    /** The median of the reference's rounds. */
    public double reference(ToDoubleFunction<T> of) {
        return Median.of(reference.stream().mapToDouble(of).toArray());
    }

    /** The median, over the rounds, of Valence's share of the reference. */
    public double ratio(ToDoubleFunction<T> of) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = of.applyAsDouble(ours.get(i)) / of.applyAsDouble(reference.get(i));
        }
        return Median.of(ratios);
    }
}
