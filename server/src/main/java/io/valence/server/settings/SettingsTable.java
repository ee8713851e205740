package io.valence.server.settings;

import java.util.stream.Collectors;

/** All settings as a reader sees them: the page in {@code docs} and the help on a terminal. */
public final class SettingsTable {
    private static final String HEAD =
            """
            # Settings

            <!-- Written by: ./valence settings > docs/settings.md -->

            Valence reads its settings from environment variables and from a properties file that `--settings FILE` names.
            The names are the same in both; the environment goes before the file, and an empty value counts as none.
            Everything that is wrong is reported at once, and then nothing is started.

            | Name | Type | Default | What it is |
            | --- | --- | --- | --- |
            """;
    private static final String FOOT =
            """

            - A duration is a whole number and a unit: `500ms`, `30s`, `5m`, `1h`.
            - A secret of a user, an organization or the operator has from 20 to 255 characters of ASCII, without spaces,
              commas, quotes and backslashes. Texts of secrets are never shown in a message or a log line.
            - In the file a name that is not in this table is an error; in the environment one that starts with `VALENCE_`
              is a warning. The file is read as UTF-8; a backslash in it is written twice.
            - `VALENCE_JAVA_OPTIONS` and `JAVA_HOME` are read by the launcher: options for Java, and which Java.
              Calls are carried by two threads of the system for each core, unless
              `-Djdk.virtualThreadScheduler.parallelism=` in the former says another number.
            """;
    private static final int WIDTH = 92;

    private SettingsTable() {}

    /** The page in Markdown. */
    public static String markdown() {
        return Definitions.all().stream()
                .map(SettingsTable::row)
                .collect(Collectors.joining("", HEAD, FOOT));
    }

    /** The same in lines for a terminal. */
    public static String help() {
        return Definitions.all().stream()
                .map(SettingsTable::paragraph)
                .collect(Collectors.joining());
    }

    private static String row(Definition<?> definition) {
        String shown = definition.shownDefault();
        String fallback = definition.fallback().isEmpty() ? shown : "`" + shown + "`";
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        definition.name(), definition.type(), fallback, definition.description());
    }

    private static String paragraph(Definition<?> definition) {
        String fallback =
                definition.shownDefault().isEmpty() ? "" : " = " + definition.shownDefault();
        StringBuilder text =
                new StringBuilder(
                        "  %s (%s)%s"
                                .formatted(definition.name(), definition.type(), plain(fallback)));
        int column = WIDTH;
        for (String word : plain(definition.description()).split(" ", -1)) {
            if (column + 1 + word.length() > WIDTH) {
                text.append("\n     ");
                column = 5;
            }
            text.append(' ').append(word);
            column += 1 + word.length();
        }
        return text.append('\n').toString();
    }

    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }
}
