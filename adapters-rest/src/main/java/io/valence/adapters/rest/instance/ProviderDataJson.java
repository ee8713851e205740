package io.valence.adapters.rest.instance;

import io.valence.application.authorization.ProviderData;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.secret.Secret;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** What the vendor sent a user back with, as applications pass it on. Its members may be null. */
final class ProviderDataJson {
    private static final int LONGEST = 64 << 10;

    private ProviderDataJson() {}

    static ProviderData read(Optional<JsonNode> data, List<Problem> misread) {
        if (data.isEmpty()) {
            return ProviderData.none();
        }
        if (!data.get().isObject()) {
            misread.add(new Problem.Malformed(Place.member("providerData"), "an object"));
            return ProviderData.none();
        }
        return new ProviderData(
                text(data.get(), "code", misread).map(Secret::of),
                text(data.get(), "state", misread),
                text(data.get(), "error", misread),
                text(data.get(), "error_description", misread),
                data.get().path("debug").asString("").equals("true"));
    }

    private static Optional<String> text(JsonNode data, String name, List<Problem> misread) {
        JsonNode value = data.path(name);
        Place place = Place.member("providerData/" + name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            misread.add(new Problem.Malformed(place, "text"));
            return Optional.empty();
        }
        String text = value.stringValue();
        if (text.length() > LONGEST) {
            misread.add(new Problem.TooLong(place, LONGEST));
            return Optional.empty();
        }
        if (text.startsWith("<") && text.endsWith(">")) {
            misread.add(new Problem.Placeholder(place));
            return Optional.empty();
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
