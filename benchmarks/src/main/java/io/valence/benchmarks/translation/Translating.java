package io.valence.benchmarks.translation;

import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Scale;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reading and translating three terms beside reading them alone, in forks that take turns. */
public final class Translating {
    private static final double MOST_MICROSECONDS = 10;

    private static final Map<String, String> LANGUAGES =
            Map.of(
                    "oraclesalescloud", "Oracle's `q`",
                    "sapanywhere", "SAP's `filter`");

    private Translating() {}

    /** How long it takes. */
    private record Time(double microseconds) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f µs", microseconds);
        }
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String element : List.of("oraclesalescloud", "sapanywhere")) {
            Duel<Time> duel =
                    Duel.fight(
                            scale.rounds(),
                            () -> fork("translated", element),
                            () -> fork("parsed", element));
            double ours = duel.ours(Time::microseconds);
            double reading = duel.reference(Time::microseconds);
            figures.add(
                    new Figure(
                            "a `where` of three terms into " + LANGUAGES.get(element),
                            new Time(ours).toString(),
                            new Time(reading) + " to read it alone",
                            ours,
                            new Figure.Target.NoMoreThan(MOST_MICROSECONDS, "µs")));
        }
        return figures;
    }

    private static Time fork(String method, String element) throws RunnerException {
        return new Time(
                new Runner(
                                new OptionsBuilder()
                                        .include(
                                                CeqlBenchmark.class.getName()
                                                        + "\\."
                                                        + method
                                                        + "$")
                                        .param("element", element)
                                        .forks(1)
                                        .warmupIterations(3)
                                        .warmupTime(TimeValue.seconds(1))
                                        .measurementIterations(5)
                                        .measurementTime(TimeValue.seconds(1))
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .runSingle()
                        .getPrimaryResult()
                        .getScore());
    }
}
