package io.valence.server;

import java.util.List;

/** The program. */
public final class Main {
    private Main() {}

    /**
     * Does what the arguments say and ends with a status: 0 for done, 1 for failed, 2 for refused.
     */
    public static void main(String[] arguments) {
        Carriers.provide();
        int status = new CommandLine(System.getenv(), Terminal.ofProcess()).run(List.of(arguments));
        System.exit(status);
    }
}
