package io.valence.adapters.catalog;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one JSON object, read one by one; what is wrong with one is a finding, not the
 * end. {@code null} is the same as absence.
 */
final class Members {
    /** The largest number that every JSON reader keeps as it is. */
    static final long MOST = (1L << 53) - 1;

    private final ObjectNode object;
    private final Spot spot;
    private final Findings findings;
    private final Set<String> read = new HashSet<>();

    Members(ObjectNode object, Spot spot, Findings findings) {
        this.object = object;
        this.spot = spot;
        this.findings = findings;
    }

    Spot spot() {
        return spot;
    }

    Spot spot(String name) {
        return spot.member(name);
    }

    /** A text that must be there and say something. */
    Optional<String> text(String name) {
        if (isAbsent(name)) {
            findings.problem(spot(name), "is missing");
            return Optional.empty();
        }
        Optional<String> text = optionalText(name);
        if (text.isPresent() && text.get().isBlank()) {
            findings.problem(spot(name), "must not be blank");
            return Optional.empty();
        }
        return text;
    }

    /** A text that may be missing. */
    Optional<String> optionalText(String name) {
        return isAbsent(name) ? Optional.empty() : asText(object.path(name), spot(name), findings);
    }

    /** A yes or no that may be missing. */
    boolean flag(String name, boolean ifAbsent) {
        return optionalFlag(name).orElse(ifAbsent);
    }

    Optional<Boolean> optionalFlag(String name) {
        if (isAbsent(name)) {
            return Optional.empty();
        }
        if (!object.path(name).isBoolean()) {
            findings.problem(spot(name), "must be true or false, without quotes");
            return Optional.empty();
        }
        return Optional.of(object.path(name).booleanValue());
    }

    /** A number from 1 on that must be there. */
    Optional<Long> number(String name, long most) {
        if (isAbsent(name)) {
            findings.problem(spot(name), "is missing");
            return Optional.empty();
        }
        return asNumber(object.path(name), 1, most, spot(name), findings);
    }

    /** A number from 0 on that may be missing. */
    int order(String name, int ifAbsent) {
        return isAbsent(name)
                ? ifAbsent
                : asNumber(object.path(name), 0, Integer.MAX_VALUE, spot(name), findings)
                        .map(Math::toIntExact)
                        .orElse(ifAbsent);
    }

    /** The items of a list that may be missing. */
    List<JsonNode> list(String name) {
        if (isAbsent(name)) {
            return List.of();
        }
        if (!object.path(name).isArray()) {
            findings.problem(spot(name), "must be a list");
            return List.of();
        }
        List<JsonNode> items = new ArrayList<>();
        object.path(name).forEach(items::add);
        return items;
    }

    /** The texts of a list that may be missing. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = list(name);
        for (int i = 0; i < items.size(); i++) {
            asText(items.get(i), spot(name).item(i), findings).ifPresent(texts::add);
        }
        return texts;
    }

    /** An object that may be missing. */
    Optional<Members> object(String name) {
        return isAbsent(name)
                ? Optional.empty()
                : asObject(object.path(name), spot(name), findings);
    }

    /** A member as it stands; missing is a node of its own. */
    JsonNode raw(String name) {
        return object.path(name);
    }

    /** The names of all members. */
    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    /** The members that nobody asked for. */
    List<String> unread() {
        return names().stream().filter(name -> !read.contains(name)).toList();
    }

    boolean isAbsent(String name) {
        read.add(name);
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull();
    }

    static Optional<Members> asObject(JsonNode value, Spot spot, Findings findings) {
        if (value instanceof ObjectNode object) {
            return Optional.of(new Members(object, spot, findings));
        }
        findings.problem(spot, "must be an object");
        return Optional.empty();
    }

    static Optional<Long> asNumber(
            JsonNode value, long least, long most, Spot spot, Findings findings) {
        boolean fits =
                value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= least
                        && value.longValue() <= most;
        if (!fits) {
            findings.problem(spot, "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    private static Optional<String> asText(JsonNode value, Spot spot, Findings findings) {
        if (!value.isString()) {
            findings.problem(spot, "must be a text in quotes");
            return Optional.empty();
        }
        String text = value.stringValue();
        boolean canBeSent =
                text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!canBeSent) {
            findings.problem(spot, "must not hold NUL or half a surrogate pair");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
