package io.valence.domain.configuration;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The key that a mistyped one may have meant: the nearest by edits, if it is near. */
final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    static Optional<ConfigurationKey> near(String mistyped, Collection<ConfigurationKey> known) {
        if (mistyped.isEmpty() || mistyped.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = mistyped.toLowerCase(Locale.ROOT);
        int most = Math.max(1, mistyped.length() / 4);
        ConfigurationKey nearest = null;
        int fewest = most + 1;
        for (ConfigurationKey key : known) {
            if (Math.abs(key.value().length() - wanted.length()) < fewest) {
                int edits = edits(wanted, key.value().toLowerCase(Locale.ROOT));
                if (edits < fewest) {
                    fewest = edits;
                    nearest = key;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's distance: insertions, deletions and replacements. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
