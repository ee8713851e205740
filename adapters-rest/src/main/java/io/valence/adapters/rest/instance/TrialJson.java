package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Json;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.element.Element;

import tools.jackson.core.JsonGenerator;

import java.util.List;
import java.util.Optional;

/** What a dry run found. */
final class TrialJson {
    private TrialJson() {}

    static Answer valid(TryConfiguration.Outcome.Valid found) {
        Optional<String> message =
                found.wouldDo()
                        ? Optional.empty()
                        : Optional.of(
                                "The configuration of '"
                                        + found.element().key()
                                        + "' is valid, and the vendor does not let it in.");
        return verdict(
                found.element(),
                found.wouldDo(),
                message,
                List.of(),
                found.notices(),
                found.steps(),
                Optional.of(found.configuration()));
    }

    static Answer invalid(TryConfiguration.Outcome.Invalid found) {
        return verdict(
                found.element(),
                false,
                Optional.of(
                        "The configuration of '"
                                + found.element().key()
                                + "' is not valid: "
                                + ErrorBody.summary(found.problems())
                                + "."),
                found.problems(),
                found.notices(),
                found.steps(),
                Optional.empty());
    }

    private static Answer verdict(
            Element element,
            boolean valid,
            Optional<String> message,
            List<Problem> problems,
            List<Notice> notices,
            List<TryConfiguration.Step> steps,
            Optional<ResolvedConfiguration> configuration) {
        return Answer.json(
                json -> {
                    json.writeStartObject();
                    json.writeBooleanProperty("valid", valid);
                    message.ifPresent(text -> json.writeStringProperty("message", text));
                    ErrorBody.writeElement(json, element);
                    ErrorBody.writeProblems(json, Optional.of(element), problems);
                    ErrorBody.writeNotices(json, notices);
                    writeSteps(json, steps);
                    if (configuration.isPresent()) {
                        json.writeName("configuration");
                        InstanceJson.writeSettings(json, configuration.get());
                    }
                    json.writeEndObject();
                });
    }

    private static void writeSteps(JsonGenerator json, List<TryConfiguration.Step> steps) {
        json.writeName("steps");
        json.writeStartArray();
        for (TryConfiguration.Step step : steps) {
            json.writeStartObject();
            json.writeStringProperty("name", Json.word(step.name()));
            json.writeStringProperty("result", Json.word(step.result()));
            json.writeStringProperty("message", step.said());
            json.writeNumberProperty("milliseconds", step.taken().toMillis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
