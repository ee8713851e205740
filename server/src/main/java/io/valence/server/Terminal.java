package io.valence.server;

import java.io.Console;
import java.io.PrintStream;

/**
 * Where the program talks to whoever called it: what was asked for goes out, complaints and log
 * lines go to the side.
 *
 * @param isInteractive whether a person is looking, and nobody keeps what is printed
 */
record Terminal(PrintStream out, PrintStream err, boolean isInteractive) {
    static Terminal ofProcess() {
        Console console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal());
    }
}
