package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.CpuTime;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Scale;

import java.util.Locale;
import java.util.concurrent.Callable;

/** A round of load, and what it cost the relay of the machine's cores. */
record Relayed(Throughput load, double cpuMicros) {
    /** This load, through this relay. */
    static Callable<Relayed> counted(Callable<Throughput> load, ProcessHandle relay, Scale scale) {
        return () -> {
            double before = CpuTime.microseconds(relay);
            Throughput throughput = load.call();
            double used = CpuTime.microseconds(relay) - before;
            return new Relayed(throughput, used / (throughput.perSecond() * scale.seconds()));
        };
    }

    static Figure rate(String name, Duel<Relayed> duel, Figure.Target target) {
        return new Figure(
                name,
                Throughput.text(duel.ours(Relayed::perSecond), duel.ours(Relayed::p99Millis)),
                Throughput.text(
                        duel.reference(Relayed::perSecond), duel.reference(Relayed::p99Millis)),
                duel.ratio(Relayed::perSecond),
                target);
    }

    static Figure slowest(Duel<Relayed> duel, Figure.Target target) {
        return new Figure(
                "its 99th percentile / of nginx",
                milliseconds(duel.ours(Relayed::p99Millis)),
                milliseconds(duel.reference(Relayed::p99Millis)),
                duel.ratio(Relayed::p99Millis),
                target);
    }

    static Figure effort(Duel<Relayed> duel) {
        return new Figure(
                "its CPU time for each call / of nginx",
                microseconds(duel.ours(Relayed::cpuMicros)),
                microseconds(duel.reference(Relayed::cpuMicros)),
                duel.ratio(Relayed::cpuMicros),
                new Figure.Target.None());
    }

    static String milliseconds(double number) {
        return String.format(Locale.ROOT, "%.2f ms", number);
    }

    private static String microseconds(double number) {
        return String.format(Locale.ROOT, "%.0f µs", number);
    }

    double perSecond() {
        return load.perSecond();
    }

    double p99Millis() {
        return load.p99Millis();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %.0f µs of CPU each", load, cpuMicros);
    }
}
