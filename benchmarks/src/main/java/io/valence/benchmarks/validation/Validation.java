package io.valence.benchmarks.validation;

import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Scale;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The validator beside Kafka's, each in a fork of its own, the forks in turn. */
public final class Validation {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Validation() {}

    /** How fast, and how much it allocates. */
    private record Cost(double nanoseconds, double bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f ns, %.0f bytes", nanoseconds, bytes);
        }
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String values : List.of("requested", "answered")) {
            Duel<Cost> duel =
                    Duel.fight(
                            scale.rounds(),
                            () -> fork("valence", values),
                            () -> fork("kafka", values));
            double ratio = duel.reference(Cost::nanoseconds) / duel.ours(Cost::nanoseconds);
            figures.add(
                    new Figure(
                            "validating SAP Anywhere's 48 entries, " + values + " values",
                            median(duel.ours(Cost::nanoseconds), duel.ours(Cost::bytes)),
                            median(duel.reference(Cost::nanoseconds), duel.reference(Cost::bytes)),
                            ratio,
                            new Figure.Target.AtLeast(10)));
        }
        return figures;
    }

    private static String median(double nanoseconds, double bytes) {
        return new Cost(nanoseconds, bytes).toString();
    }

    private static Cost fork(String method, String values) throws RunnerException {
        RunResult result =
                new Runner(
                                new OptionsBuilder()
                                        .include(
                                                ConfigurationValidation.class.getName()
                                                        + "\\."
                                                        + method
                                                        + "$")
                                        .param("values", values)
                                        .forks(1)
                                        .warmupIterations(3)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(5)
                                        .measurementTime(TimeValue.seconds(1))
                                        .addProfiler(GCProfiler.class)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .runSingle();
        return new Cost(
                result.getPrimaryResult().getScore(),
                Optional.ofNullable(result.getSecondaryResults().get(ALLOCATED))
                        .orElseThrow()
                        .getScore());
    }
}
