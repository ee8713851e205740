package io.valence.server.admin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the operator wants done. */
sealed interface Wish {
    Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    JsonMapper JSON = new JsonMapper();

    /** All organizations. */
    record ListOrganizations() implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            return server.get("/organizations");
        }
    }

    /** Another organization with a first user. */
    record CreateOrganization(String name, ObjectNode user) implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            ObjectNode body = JSON.createObjectNode();
            body.put("name", name);
            body.set("user", user);
            return server.post("/organizations", body);
        }
    }

    /** A fresh secret of an organization. */
    record ReplaceOrganizationSecret(String id) implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            return server.post("/organizations/" + id + "/secret", JSON.createObjectNode());
        }
    }

    /** The users of an organization. */
    record ListUsers(String organization) implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            return server.get("/organizations/" + organization + "/users");
        }
    }

    /** Another user of an organization. */
    record CreateUser(String organization, ObjectNode user) implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            return server.post("/organizations/" + organization + "/users", user);
        }
    }

    /** A fresh secret of a user. */
    record ReplaceUserSecret(String id) implements Wish {
        @Override
        public JsonNode carryOut(Administration server) {
            return server.post("/users/" + id + "/secret", JSON.createObjectNode());
        }
    }

    /** Has it done, and gives what the server answers. */
    JsonNode carryOut(Administration server);

    static Wish of(Words words) {
        List<String> rest = words.rest();
        String command = String.join(" ", rest.subList(0, Math.min(2, rest.size())));
        Set<String> personal = Set.of("--email", "--first", "--last");
        boolean creates = command.endsWith(" create");
        words.options().keySet().stream()
                .filter(option -> !creates && personal.contains(option))
                .findFirst()
                .ifPresent(
                        option -> {
                            throw AdminFailure.misuse(option + " is for create only.");
                        });
        return switch (command) {
            case "organization list" -> {
                requireNoMore(rest, 2);
                yield new ListOrganizations();
            }
            case "organization create" ->
                    new CreateOrganization(third(rest, "a name"), person(words));
            case "organization secret" -> new ReplaceOrganizationSecret(number(rest));
            case "user list" -> new ListUsers(number(rest));
            case "user create" -> new CreateUser(number(rest), person(words));
            case "user secret" -> new ReplaceUserSecret(number(rest));
            default -> throw AdminCommand.misunderstood(command);
        };
    }

    private static ObjectNode person(Words words) {
        ObjectNode person = JSON.createObjectNode();
        person.put(
                "email",
                words.option("--email")
                        .orElseThrow(
                                () -> AdminFailure.misuse("create needs the user's --email.")));
        words.option("--first").ifPresent(name -> person.put("firstName", name));
        words.option("--last").ifPresent(name -> person.put("lastName", name));
        return person;
    }

    private static String number(List<String> rest) {
        String number = third(rest, "an id");
        if (!NUMBER.matcher(number).matches()) {
            throw AdminFailure.misuse("An id is a positive whole number.");
        }
        return number;
    }

    private static String third(List<String> rest, String what) {
        if (rest.size() < 3) {
            throw AdminFailure.misuse(rest.get(0) + " " + rest.get(1) + " needs " + what + ".");
        }
        requireNoMore(rest, 3);
        return rest.get(2);
    }

    private static void requireNoMore(List<String> rest, int count) {
        if (rest.size() > count) {
            throw AdminCommand.misunderstood(rest.get(count));
        }
    }
}
