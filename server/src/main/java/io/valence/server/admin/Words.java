package io.valence.server.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command: its options by name, and what else was said. */
record Words(Map<String, String> options, List<String> rest, boolean wantHelp) {
    private static final Set<String> OPTIONS =
            Set.of("--url", "--settings", "--email", "--first", "--last");

    static Words of(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> rest = new ArrayList<>();
        boolean wantHelp = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int sign = argument.indexOf('=');
            if (argument.equals("--help") || argument.equals("-h")) {
                wantHelp = true;
            } else if (!argument.startsWith("--")) {
                rest.add(argument);
            } else if (sign > 0) {
                put(options, argument.substring(0, sign), argument.substring(sign + 1));
            } else if (i + 1 < arguments.size()) {
                i++;
                put(options, argument, arguments.get(i));
            } else {
                throw AdminFailure.misuse(argument + " needs a value.");
            }
        }
        return new Words(options, rest, wantHelp);
    }

    private static void put(Map<String, String> options, String name, String value) {
        if (!OPTIONS.contains(name)) {
            throw AdminCommand.misunderstood(name);
        }
        if (options.put(name, value) != null) {
            throw AdminFailure.misuse(name + " was given twice.");
        }
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }
}
