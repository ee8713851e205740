package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;

/** What the rounds of two loads come to in the table. */
final class Loads {
    private Loads() {}

    static Figure figure(String name, Duel<Throughput> duel, double bound) {
        return new Figure(
                name,
                Throughput.text(duel.ours(Throughput::perSecond), duel.ours(Throughput::p99Millis)),
                Throughput.text(
                        duel.reference(Throughput::perSecond),
                        duel.reference(Throughput::p99Millis)),
                duel.ratio(Throughput::perSecond),
                new Figure.Target.AtLeast(bound));
    }
}
