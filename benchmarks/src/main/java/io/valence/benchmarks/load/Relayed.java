package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.CpuTime;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Scale;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** A round of load, and what it cost the relay of the machine's cores. */
record Relayed(Throughput load, double cpuMicros) {
    /** How many seconds it takes on two busy cores until what is called is compiled for good. */
    private static final int WARM_UP = 150;

    /** How many times as many clients a crowd has. */
    private static final int MORE = 4;

    /** The load before that which counts. */
    static H2load warmUp(Scale scale) {
        return new H2load(scale.clients(), Math.max(WARM_UP, scale.seconds()));
    }

    /** How many clients a crowd has. */
    static int crowd(Scale scale) {
        return MORE * scale.clients();
    }

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

    /** The same with so many clients; there is no target for their rate. */
    static List<Figure> crowded(int clients, Duel<Relayed> duel, Figure.Target slowest) {
        String who = "with " + clients + " clients";
        return List.of(
                rate("the same " + who, duel, new Figure.Target.None()),
                slowest("its 99th percentile " + who + " / of nginx", duel, slowest));
    }

    static Figure slowest(Duel<Relayed> duel, Figure.Target target) {
        return slowest("its 99th percentile / of nginx", duel, target);
    }

    private static Figure slowest(String name, Duel<Relayed> duel, Figure.Target target) {
        return new Figure(
                name,
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
