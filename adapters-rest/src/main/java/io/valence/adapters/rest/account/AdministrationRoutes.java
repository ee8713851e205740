package io.valence.adapters.rest.account;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Route;
import io.valence.application.account.FoundOrganization;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.domain.account.Organization;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.Person;
import io.valence.domain.account.User;
import io.valence.domain.account.UserId;
import io.valence.domain.account.UserSecret;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What the operator, and nobody else, may do: organizations, their users, and fresh secrets for
 * lost ones.
 */
public final class AdministrationRoutes {
    private static final String ALL = "/admin/organizations";
    private static final String ONE = ALL + "/{id}";

    private final ShowOrganizations show;
    private final FoundOrganization found;
    private final RegisterUser register;
    private final ReplaceSecret replace;

    /** Routes to these use cases. */
    public AdministrationRoutes(
            ShowOrganizations show,
            FoundOrganization found,
            RegisterUser register,
            ReplaceSecret replace) {
        this.show = show;
        this.found = found;
        this.register = register;
        this.replace = replace;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(ALL, guarded(this::list)),
                Route.post(ALL, guarded(this::found)),
                Route.get(ONE, guarded(this::show)),
                Route.get(ONE + "/users", guarded(this::users)),
                Route.post(ONE + "/users", guarded(this::register)),
                Route.post(ONE + "/secret", guarded(this::replaceOrganizationSecret)),
                Route.post("/admin/users/{id}/secret", guarded(this::replaceUserSecret)));
    }

    private static Route.Action guarded(Route.Action action) {
        return call -> {
            call.requireOperator();
            return action.answer(call);
        };
    }

    private Answer list(Call call) {
        return Answer.complete(
                show.all(),
                (json, organization) -> {
                    json.writeStartObject();
                    AccountJson.writeMembers(json, organization);
                    json.writeEndObject();
                });
    }

    private Answer show(Call call) {
        Organization organization =
                call.orNotFound(
                        id(call, OrganizationId::new).flatMap(show::one), "organization", "id");
        return Answer.json(
                json -> {
                    json.writeStartObject();
                    AccountJson.writeMembers(json, organization);
                    json.writeEndObject();
                });
    }

    private Answer users(Call call) {
        List<User> users =
                call.orNotFound(
                        id(call, OrganizationId::new).flatMap(show::usersOf), "organization", "id");
        return Answer.complete(
                users,
                (json, user) -> {
                    json.writeStartObject();
                    AccountJson.writeMembers(json, user);
                    json.writeEndObject();
                });
    }

    private Answer found(Call call) {
        JsonNode body = call.body();
        List<Problem> misread = new ArrayList<>();
        String name = text(body, "name", "name", misread);
        Person person = person(body.path("user"), "user/", misread);
        if (!misread.isEmpty()) {
            return rejected(
                    call,
                    "create an organization",
                    together(misread, FoundOrganization.objectionsTo(name, person)));
        }
        return switch (found.found(name, person)) {
            case FoundOrganization.Outcome.Founded founded -> answer(founded);
            case FoundOrganization.Outcome.Rejected(var problems) ->
                    rejected(call, "create an organization", problems);
        };
    }

    private static Answer answer(FoundOrganization.Outcome.Founded founded) {
        return Answer.json(
                        json -> {
                            json.writeStartObject();
                            AccountJson.writeMembers(json, founded.organization());
                            AccountJson.writeSecret(json, founded.organizationSecret().secret());
                            json.writeName("user");
                            json.writeStartObject();
                            AccountJson.writeMembers(json, founded.user());
                            AccountJson.writeSecret(json, founded.userSecret().secret());
                            json.writeEndObject();
                            json.writeEndObject();
                        })
                .unstored();
    }

    private Answer register(Call call) {
        OrganizationId organization =
                call.orNotFound(id(call, OrganizationId::new), "organization", "id");
        List<Problem> misread = new ArrayList<>();
        Person person = person(call.body(), "", misread);
        if (!misread.isEmpty()) {
            return rejected(
                    call, "create a user", together(misread, RegisterUser.objectionsTo(person)));
        }
        return switch (register.register(organization, person)) {
            case RegisterUser.Outcome.Added(var user, var secret) ->
                    Answer.json(
                                    json -> {
                                        json.writeStartObject();
                                        AccountJson.writeMembers(json, user);
                                        AccountJson.writeSecret(json, secret.secret());
                                        json.writeEndObject();
                                    })
                            .unstored();
            case RegisterUser.Outcome.Rejected(var problems) ->
                    rejected(call, "create a user", problems);
            case RegisterUser.Outcome.NoSuchOrganization() ->
                    ErrorBody.notFound(call, "organization", organization);
            case RegisterUser.Outcome.EmailTaken() ->
                    ErrorBody.plain(
                            call,
                            409,
                            "The organization has a user of this e-mail address. Choose another"
                                    + " one.");
        };
    }

    private Answer replaceOrganizationSecret(Call call) {
        OrganizationId id = call.orNotFound(id(call, OrganizationId::new), "organization", "id");
        OrganizationSecret secret = call.orNotFound(replace.replace(id), "organization", "id");
        return Answer.json(
                        json -> {
                            json.writeStartObject();
                            json.writeNumberProperty("id", id.value());
                            AccountJson.writeSecret(json, secret.secret());
                            json.writeEndObject();
                        })
                .unstored();
    }

    private Answer replaceUserSecret(Call call) {
        UserId id = call.orNotFound(id(call, UserId::new), "user", "id");
        UserSecret secret = call.orNotFound(replace.replace(id), "user", "id");
        return Answer.json(
                        json -> {
                            json.writeStartObject();
                            json.writeNumberProperty("id", id.value());
                            AccountJson.writeSecret(json, secret.secret());
                            json.writeEndObject();
                        })
                .unstored();
    }

    private static Answer rejected(Call call, String attempt, List<Problem> problems) {
        return ErrorBody.rejected(call, attempt, Optional.empty(), problems, List.of());
    }

    /** What could not be read first, then what is wrong elsewhere. */
    private static List<Problem> together(List<Problem> misread, List<Problem> objections) {
        List<Problem> all = new ArrayList<>(misread);
        objections.stream()
                .filter(each -> misread.stream().noneMatch(m -> m.place().equals(each.place())))
                .forEach(all::add);
        return all;
    }

    private static Person person(JsonNode json, String prefix, List<Problem> misread) {
        return new Person(
                text(json, "email", prefix + "email", misread),
                text(json, "firstName", prefix + "firstName", misread),
                text(json, "lastName", prefix + "lastName", misread));
    }

    /** An absent member is an empty text: whether it may be is the use case's to say. */
    private static String text(JsonNode json, String member, String path, List<Problem> misread) {
        JsonNode value = json.path(member);
        if (value.isString()) {
            return value.stringValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            misread.add(new Problem.Malformed(Place.member(path), "text"));
        }
        return "";
    }

    private static <T> Optional<T> id(Call call, LongFunction<T> of) {
        String text = call.path("id");
        boolean digits = text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Long.parseLong(text) > 0
                ? Optional.of(of.apply(Long.parseLong(text)))
                : Optional.empty();
    }
}
