package io.valence.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param ours what was measured of Valence, with its unit
 * @param reference the same of the reference
 * @param ratio Valence's to the reference's
 * @param target what the ratio should be
 */
public record Figure(String name, String ours, String reference, double ratio, Target target) {
    /** What a ratio should be. */
    public sealed interface Target {
        /** Not less than this. */
        record AtLeast(double bound) implements Target {}

        /** Not more than this. */
        record AtMost(double bound) implements Target {}

        /** Nothing: it is only reported. */
        record None() implements Target {}
    }

    /** The table in Markdown. */
    public static String table(List<Figure> figures) {
        StringBuilder table = new StringBuilder();
        table.append("| Figure | Valence | Reference | Ratio | Target | |\n");
        table.append("|---|---|---|---|---|---|\n");
        figures.forEach(figure -> table.append(figure.line()));
        return table.toString();
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f | %s | %s |%n",
                name,
                ours,
                reference,
                ratio,
                wanted(),
                verdict());
    }

    private String wanted() {
        return switch (target) {
            case Target.AtLeast(var bound) -> "≥ " + bound;
            case Target.AtMost(var bound) -> "≤ " + bound;
            case Target.None() -> "";
        };
    }

    private String verdict() {
        return switch (target) {
            case Target.AtLeast(var bound) -> ratio >= bound ? "met" : "missed";
            case Target.AtMost(var bound) -> ratio <= bound ? "met" : "missed";
            case Target.None() -> "";
        };
    }
}
