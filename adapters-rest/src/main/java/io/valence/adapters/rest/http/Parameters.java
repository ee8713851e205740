package io.valence.adapters.rest.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The parameters of a request's query. What cannot be read is refused. */
final class Parameters {
    private static final int MOST_DIGITS = 9;

    private final Fields fields;

    private Parameters(Fields fields) {
        this.fields = fields;
    }

    static Parameters of(Request request) {
        String query = request.getHttpURI().getQuery();
        if (query == null || query.isEmpty()) {
            return new Parameters(Fields.EMPTY);
        }
        Fields fields;
        try {
            fields = Request.extractQueryParameters(request);
        } catch (RuntimeException malformed) {
            throw Refusal.badRequest("The query cannot be read. Percent-encode it as UTF-8.");
        }
        for (Fields.Field field : fields) {
            if (!Json.isFit(field.getName()) || !field.getValues().stream().allMatch(Json::isFit)) {
                throw Refusal.badRequest("The query has a NUL character or half a surrogate pair.");
            }
        }
        return new Parameters(fields);
    }

    Map<String, String> firsts() {
        Map<String, String> firsts = new LinkedHashMap<>();
        for (Fields.Field field : fields) {
            firsts.put(field.getName(), field.getValue());
        }
        return firsts;
    }

    List<String> all(String name) {
        return fields.getValuesOrEmpty(name);
    }

    /** The first value; a blank one counts as absent. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isBlank());
    }

    Optional<Boolean> flag(String name) {
        return first(name)
                .map(
                        text ->
                                switch (text.toLowerCase(Locale.ROOT)) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default ->
                                            throw Refusal.badRequest(
                                                    "The query parameter "
                                                            + name
                                                            + " must be true or false.");
                                });
    }

    /** A whole number; one of more digits than an int has room for is the greatest of them. */
    OptionalInt number(String name) {
        Optional<String> text = first(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = text.get();
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.badRequest(
                    "The query parameter " + name + " must be a whole number, in digits alone.");
        }
        return OptionalInt.of(
                digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }
}
