package io.valence.server;

import io.valence.server.admin.AdminCommand;
import io.valence.server.settings.Messages;
import io.valence.server.settings.SettingsTable;

import java.util.List;
import java.util.Map;

/** The commands and which one is meant. */
final class CommandLine {
    private static final int DONE = 0;

    private final Map<String, String> environment;
    private final Terminal terminal;

    CommandLine(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    int run(List<String> arguments) {
        try {
            return carryOut(arguments);
        } catch (Refusal refusal) {
            terminal.err().println("valence: " + refusal.sentence());
            return refusal.status();
        }
    }

    private int carryOut(List<String> arguments) {
        String command = arguments.isEmpty() ? "serve" : arguments.getFirst();
        List<String> others =
                arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "serve" -> serve(others);
            case "--settings", "--sandbox" -> serve(arguments);
            case "admin" ->
                    new AdminCommand(environment, terminal.out(), terminal.err()).run(others);
            case "settings" -> print(SettingsTable.markdown());
            case "help", "--help", "-h" -> print(Help.whole());
            case "version", "--version", "-V" -> print("Valence " + Version.text() + "\n");
            default -> {
                if (command.startsWith("--settings=")) {
                    yield serve(arguments);
                }
                throw unknown(command);
            }
        };
    }

    private int serve(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return print(Help.whole());
        }
        return new ServeCommand(environment, terminal).run(arguments);
    }

    private int print(String text) {
        terminal.out().print(text);
        terminal.out().flush();
        return DONE;
    }

    private static Refusal unknown(String command) {
        return Refusal.ofWish(
                "there is no command " + Messages.quoted(command) + ".\n\n" + Help.commands());
    }
}
