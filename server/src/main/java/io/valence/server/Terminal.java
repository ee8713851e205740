package io.valence.server;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where the program talks to whoever called it: what was asked for goes out, complaints and log
 * lines go to the side.
 *
 * @param isInteractive whether a person is looking, and nobody keeps what is printed
 */
record Terminal(PrintStream out, PrintStream err, boolean isInteractive) {
    static Terminal ofProcess() {
        boolean isInteractive =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new Terminal(System.out, System.err, isInteractive);
    }
}
