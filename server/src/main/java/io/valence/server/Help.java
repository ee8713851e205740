package io.valence.server;

import io.valence.server.settings.SettingsTable;

/** What the program says of itself. */
final class Help {
    private static final String COMMANDS =
            """
            Usage:
              valence [serve] [--settings FILE] [--sandbox]
                                                  start the server; this is the default. With
                                                  --sandbox, stand-ins for two vendors start
                                                  beside it, to try everything without an account
              valence admin ...                   organizations and users; see valence admin --help
              valence settings                    print the table of settings in Markdown
              valence --help                      print this text
              valence --version                   print the version
            """;
    private static final String OUTPUT =
            """

            The server prints where it listens to the standard output and logs to the standard error.
            Ctrl-C or SIGTERM stops it after the calls in flight.
            It ends with 1 if something failed and with 2 if what it was told is wrong.
            """;
    private static final String SETTINGS =
            """

            Settings, from the environment or from a properties file (the environment goes before it):
            """;

    private static final String LAUNCHER =
            """

            Read from the environment by the launcher alone:
              JAVA_HOME             which Java to use
              VALENCE_JAVA_OPTIONS  options for Java, such as -Xmx1g
            """;

    private Help() {}

    static String commands() {
        return COMMANDS;
    }

    static String whole() {
        return "Valence connects applications to the SaaS accounts of their users.\n\n"
                + COMMANDS
                + OUTPUT
                + SETTINGS
                + SettingsTable.help()
                + LAUNCHER;
    }
}
