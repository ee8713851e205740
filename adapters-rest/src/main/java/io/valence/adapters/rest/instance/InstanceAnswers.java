package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.element.Element;

import java.util.List;
import java.util.Optional;

/** What each outcome is in HTTP. A new outcome does not compile until it has a status. */
final class InstanceAnswers {
    private InstanceAnswers() {}

    static Answer provisioned(Call call, ProvisionInstance.Outcome outcome) {
        return switch (outcome) {
            case ProvisionInstance.Outcome.Provisioned(var instance, var notices) -> {
                call.note("instance", instance.instance().id().toString());
                yield shown(instance, notices);
            }
            case ProvisionInstance.Outcome.Rejected(var element, var problems, var notices) ->
                    ErrorBody.rejected(
                            call,
                            "create an instance of '" + element.key() + "'",
                            Optional.of(element),
                            problems,
                            notices);
            case ProvisionInstance.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
            case ProvisionInstance.Outcome.Inactive(var element) ->
                    ErrorBody.plain(
                            call,
                            409,
                            "The element '" + element.key() + "' takes no new instances.");
            case ProvisionInstance.Outcome.ExchangeNotOffered(var element) ->
                    ErrorBody.plain(
                            call,
                            501,
                            "An instance of '"
                                    + element.key()
                                    + "' needs tokens from the vendor ("
                                    + element.scheme().name()
                                    + "), which this version does not fetch. Nothing was stored.");
        };
    }

    static Answer revised(Call call, ReviseInstance.Outcome outcome) {
        return switch (outcome) {
            case ReviseInstance.Outcome.Revised(var instance, var notices) ->
                    shown(instance, notices);
            case ReviseInstance.Outcome.Rejected(
                            var current,
                            var target,
                            var problems,
                            var notices) ->
                    ErrorBody.rejected(
                            call,
                            revision(current, target),
                            Optional.of(target),
                            problems,
                            notices);
            case ReviseInstance.Outcome.NoSuchInstance(var reference) ->
                    noSuchInstance(call, reference);
            case ReviseInstance.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
            case ReviseInstance.Outcome.ElementLost(var element) ->
                    ErrorBody.plain(
                            call,
                            409,
                            "The catalog has lost the element with number "
                                    + element
                                    + ", which this instance is of, so it cannot be updated."
                                    + " Ask the operator to put the element's file back and to"
                                    + " start the server again.");
            case ReviseInstance.Outcome.Overtaken() -> overtaken(call);
        };
    }

    private static String revision(Element current, Element target) {
        return current.id().equals(target.id())
                ? "update the instance of '" + current.key() + "'"
                : "move the instance of '" + current.key() + "' to '" + target.key() + "'";
    }

    static Answer turned(Call call, SwitchInstance.Outcome outcome) {
        return switch (outcome) {
            case SwitchInstance.Outcome.Turned(var instance) -> {
                call.note("instance", instance.instance().id().toString());
                yield Answer.done();
            }
            case SwitchInstance.Outcome.NoSuchInstance(var reference) ->
                    noSuchInstance(call, reference);
            case SwitchInstance.Outcome.Overtaken() -> overtaken(call);
        };
    }

    static Answer tried(Call call, TryConfiguration.Outcome outcome) {
        return switch (outcome) {
            case TryConfiguration.Outcome.Valid(var element, var configuration, var notices) ->
                    verdict(element, List.of(), notices, Optional.of(configuration));
            case TryConfiguration.Outcome.Invalid(var element, var problems, var notices) ->
                    verdict(element, problems, notices, Optional.empty());
            case TryConfiguration.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
        };
    }

    private static Answer verdict(
            Element element,
            List<Problem> problems,
            List<Notice> notices,
            Optional<ResolvedConfiguration> configuration) {
        return Answer.json(
                json -> {
                    json.writeStartObject();
                    json.writeBooleanProperty("valid", problems.isEmpty());
                    if (!problems.isEmpty()) {
                        json.writeStringProperty(
                                "message",
                                "The configuration of '"
                                        + element.key()
                                        + "' is not valid: "
                                        + ErrorBody.summary(problems)
                                        + ".");
                    }
                    ErrorBody.writeElement(json, element);
                    ErrorBody.writeProblems(json, Optional.of(element), problems);
                    ErrorBody.writeNotices(json, notices);
                    if (configuration.isPresent()) {
                        json.writeName("configuration");
                        InstanceJson.writeSettings(json, configuration.get());
                    }
                    json.writeEndObject();
                });
    }

    static Answer shown(ConnectedInstance instance, List<Notice> notices) {
        return Answer.json(json -> InstanceJson.write(json, instance, notices)).unstored();
    }

    /** By number it is not there; by token the token proves nothing. */
    static Answer noSuchInstance(Call call, InstanceReference reference) {
        return switch (reference) {
            case InstanceReference.ById(var id) -> ErrorBody.notFound(call, "instance", id);
            case InstanceReference.OfElement(var _, var id) ->
                    ErrorBody.notFound(call, "instance", id);
            case InstanceReference.ByToken _ ->
                    ErrorBody.plain(
                            call,
                            401,
                            "The Element token is not known here, or its instance is gone.");
        };
    }

    private static Answer overtaken(Call call) {
        return ErrorBody.plain(
                call, 409, "Others keep changing this instance. Read it and try again.");
    }
}
