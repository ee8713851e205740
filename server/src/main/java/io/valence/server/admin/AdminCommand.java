package io.valence.server.admin;

import io.valence.server.settings.Messages;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The command {@code valence admin}. */
public final class AdminCommand {
    private static final int DONE = 0;
    private static final String HELP =
            """
            Usage:
              valence admin organization list
              valence admin organization create NAME --email ADDRESS [--first NAME] [--last NAME]
              valence admin organization secret ID      replace a lost secret; the old one is void at once
              valence admin user list ORGANIZATION_ID
              valence admin user create ORGANIZATION_ID --email ADDRESS [--first NAME] [--last NAME]
              valence admin user secret ID              replace a lost secret; the old one is void at once

            Options of all:
              --url URL        where the server is; else VALENCE_PUBLIC_URL, else VALENCE_HOST and VALENCE_PORT
              --settings FILE  the settings file that the server was started with

            The server has to be running. The operator's secret is read from VALENCE_OPERATOR_SECRET, else from the
            file first-secrets in the data folder. A secret is printed once, when it is made, and can be read nowhere
            afterwards.
            """;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** A command that finds the server by this environment. */
    public AdminCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments say; the status to end with. */
    public int run(List<String> arguments) {
        try {
            Words words = Words.of(arguments);
            if (words.wantHelp() || words.rest().isEmpty()) {
                out.print(HELP);
                out.flush();
                return DONE;
            }
            Wish wish = Wish.of(words);
            try (Administration administration =
                    new Administration(ServerAccess.find(environment, words, err))) {
                out.print(Report.of(wish, wish.carryOut(administration)));
            }
            out.flush();
            return DONE;
        } catch (AdminFailure failure) {
            err.println("valence: " + failure.sentence());
            if (failure.isMisuse()) {
                err.println();
                err.print(HELP);
            }
            err.flush();
            return failure.status();
        }
    }

    static AdminFailure misunderstood(String word) {
        return AdminFailure.misuse("admin does not understand " + Messages.quoted(word) + ".");
    }
}
