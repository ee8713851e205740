package io.valence.benchmarks.measure;

import java.util.Locale;

/** What is going on, for whoever waits for the table. */
public final class Progress {
    private Progress() {}

    /** Says it. */
    // The annotation that is asked for would be this module's only need of its library.
    @SuppressWarnings("AnnotateFormatMethod")
    public static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
