package io.valence.server.admin;

import io.valence.server.settings.Messages;

import tools.jackson.databind.JsonNode;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done, in lines for a person. */
final class Report {
    private static final String ONCE =
            "Hand it on now: it is shown this once and cannot be read again.\n";
    private static final String BOTH_ONCE =
            "Hand them on now: they are shown this once and cannot be read again.\n";
    private static final String VOID = "The old secret is void from now on.\n";

    private Report() {}

    static String of(Wish wish, JsonNode answer) {
        return switch (wish) {
            case Wish.ListOrganizations _ -> list(answer, "no organizations", Report::organization);
            case Wish.ListUsers _ -> list(answer, "no users", Report::user);
            case Wish.CreateOrganization _ ->
                    organization(answer)
                            + user(answer.path("user"))
                            + "\n"
                            + secret("Organization", answer)
                            + secret("User", answer.path("user"))
                            + BOTH_ONCE;
            case Wish.CreateUser _ -> user(answer) + "\n" + secret("User", answer) + ONCE;
            case Wish.ReplaceOrganizationSecret _ ->
                    organization(answer) + "\n" + secret("Organization", answer) + ONCE + VOID;
            case Wish.ReplaceUserSecret _ ->
                    user(answer) + "\n" + secret("User", answer) + ONCE + VOID;
        };
    }

    private static String list(JsonNode answer, String none, Function<JsonNode, String> line) {
        if (answer.isEmpty()) {
            return none + "\n";
        }
        StringBuilder lines = new StringBuilder();
        answer.forEach(item -> lines.append(line.apply(item)));
        return lines.toString();
    }

    private static String organization(JsonNode organization) {
        return line(
                "organization " + text(organization, "id"),
                text(organization, "name"),
                after("since ", text(organization, "createdDate")));
    }

    private static String user(JsonNode user) {
        return line(
                "user " + text(user, "id"),
                text(user, "email"),
                (text(user, "firstName") + " " + text(user, "lastName")).strip(),
                after("in organization ", text(user, "organizationId")),
                after("since ", text(user, "createdDate")));
    }

    /** Whatever the server tells of them. */
    private static String line(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ", "", "\n"));
    }

    private static String after(String word, String text) {
        return text.isEmpty() ? "" : word + text;
    }

    private static String secret(String whose, JsonNode holder) {
        return "%s secret: %s%n".formatted(whose, text(holder, "secret"));
    }

    private static String text(JsonNode node, String member) {
        return Messages.escaped(node.path(member).asString(""));
    }
}
