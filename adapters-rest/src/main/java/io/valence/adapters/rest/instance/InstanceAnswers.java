package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.application.instance.VendorObjection;
import io.valence.domain.call.VendorWords;
import io.valence.domain.configuration.Notice;
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
            case ProvisionInstance.Outcome.NotLetIn(var element, var objection) ->
                    notLetIn(call, "create an instance of '" + element.key() + "'", objection);
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
            case ReviseInstance.Outcome.NotLetIn(var element, var objection) ->
                    notLetIn(call, "update the instance of '" + element.key() + "'", objection);
            case ReviseInstance.Outcome.Overtaken() -> overtaken(call);
        };
    }

    /** The attempt completes "Cannot …"; nothing of it was stored. */
    private static Answer notLetIn(Call call, String attempt, VendorObjection objection) {
        String cannot = "Cannot " + attempt + ": ";
        return switch (objection) {
            case VendorObjection.Denied(var error, var description) ->
                    ErrorBody.ofVendor(
                            call,
                            400,
                            cannot + "the user or the vendor did not consent. Ask the user again.",
                            Optional.of(
                                    VendorWords.plain(
                                            error + description.map(text -> ": " + text).orElse(""),
                                            List.of())));
            case VendorObjection.GrantRefused(var error, var said) ->
                    ErrorBody.ofVendor(
                            call,
                            400,
                            cannot
                                    + "the vendor handed out no tokens ("
                                    + error
                                    + "). "
                                    + remedy(error),
                            Optional.of(said));
            case VendorObjection.CredentialsRefused(var status, var said) ->
                    ErrorBody.ofVendor(
                            call,
                            400,
                            cannot
                                    + "the vendor answered a check of the credentials with "
                                    + status
                                    + ". Correct them, or send check=false to store them"
                                    + " unchecked.",
                            Optional.of(said));
            case VendorObjection.Failed(var status, var said) ->
                    ErrorBody.ofVendor(
                            call,
                            502,
                            cannot + "the vendor failed and answered " + status + ". Try again.",
                            Optional.of(said));
            case VendorObjection.Unreachable(var reason, var late) ->
                    ErrorBody.ofVendor(
                            call,
                            late ? 504 : 502,
                            cannot + "the vendor did not answer. Try again.",
                            Optional.of(reason));
        };
    }

    private static String remedy(String error) {
        return switch (error) {
            case "invalid_grant" ->
                    "The code is used, expired or of another application or callback: send the user"
                            + " to oauth/url again.";
            case "invalid_client", "unauthorized_client" ->
                    "Check oauth.api.key and oauth.api.secret.";
            default -> "See what the vendor said.";
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
            case TryConfiguration.Outcome.Valid valid -> TrialJson.valid(valid);
            case TryConfiguration.Outcome.Invalid invalid -> TrialJson.invalid(invalid);
            case TryConfiguration.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
        };
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
            case InstanceReference.ByToken _ -> throw Refusal.unknownToken();
        };
    }

    private static Answer overtaken(Call call) {
        return ErrorBody.plain(
                call, 409, "Others keep changing this instance. Read it and try again.");
    }
}
