package io.valence.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param ours what was measured of Valence, with its unit
 * @param reference the same of the reference
 * @param ratio Valence's to the reference's, or what the target speaks of
 * @param target what that should be
 */
public record Figure(String name, String ours, String reference, double ratio, Target target) {
    /** What it should be. */
    public sealed interface Target {
        /** Not less than this. */
        record AtLeast(double bound) implements Target {}

        /** Not more than this. */
        record AtMost(double bound) implements Target {}

        /** Not more than this, of something that is no ratio. */
        record NoMoreThan(double bound, String unit) implements Target {}

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
                "| %s | %s | %s | %s | %s | %s |%n",
                name,
                ours,
                reference,
                measured(),
                wanted(),
                verdict());
    }

    private String measured() {
        String number = String.format(Locale.ROOT, "%.2f", ratio);
        return target instanceof Target.NoMoreThan(_, var unit) ? number + " " + unit : number;
    }

    private String wanted() {
        return switch (target) {
            case Target.AtLeast(var bound) -> "≥ " + bound;
            case Target.AtMost(var bound) -> "≤ " + bound;
            case Target.NoMoreThan(var bound, var unit) -> "≤ " + bound + " " + unit;
            case Target.None() -> "";
        };
    }

    private String verdict() {
        return switch (target) {
            case Target.AtLeast(var bound) -> ratio >= bound ? "met" : "missed";
            case Target.AtMost(var bound) -> ratio <= bound ? "met" : "missed";
            case Target.NoMoreThan(var bound, _) -> ratio <= bound ? "met" : "missed";
            case Target.None() -> "";
        };
    }
}
