package io.valence.server.settings;

import java.util.Comparator;
import java.util.Locale;

/** The names of the settings, and which of them a mistyped one may have meant. */
final class Names {
    private static final int LONGEST = 64;

    private Names() {}

    static boolean isKnown(String name) {
        return Definitions.all().stream().anyMatch(definition -> definition.name().equals(name));
    }

    static String unknown(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        String complaint = Messages.quoted(name) + " is not a setting";
        if (wanted.length() > LONGEST) {
            return complaint;
        }
        int most = Math.max(2, wanted.length() / 4);
        return Definitions.all().stream()
                .map(Definition::name)
                .min(Comparator.comparingInt(known -> edits(wanted, known)))
                .filter(nearest -> edits(wanted, nearest) <= most)
                .map(nearest -> complaint + "; did you mean " + nearest + "?")
                .orElse(complaint);
    }

    /** Levenshtein's distance, row by row. */
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
