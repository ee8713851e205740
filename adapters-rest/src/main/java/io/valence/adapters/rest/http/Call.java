package io.valence.adapters.rest.http;

import io.valence.application.account.IdentifyCaller;
import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceToken;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One request, as routes read it. What is wrong with it is refused while it is read. */
public final class Call {
    private static final String WHO =
            "Send the header Authorization: User <secret>, Organization <secret>";

    private static final String WHO_WITH_TOKEN =
            "Send the header Authorization: User <secret>, Element <token>";

    private final RequestId requestId;
    private final Incoming incoming;
    private final Map<String, String> variables;
    private final IdentifyCaller identify;
    private final Map<String, String> notes = new LinkedHashMap<>();
    private Optional<CallerHeader> header = Optional.empty();
    private Optional<User> known = Optional.empty();

    /** What a call needs of the HTTP library. */
    interface Incoming {
        Optional<String> header(String name);

        Parameters parameters();

        byte[] body();

        Optional<Content> stream();

        List<Header> headers();

        String method();

        String target();

        String address();

        boolean isAwaited();

        void whenOver(Runnable action);
    }

    Call(
            RequestId requestId,
            Incoming incoming,
            Map<String, String> variables,
            IdentifyCaller identify) {
        this.requestId = requestId;
        this.incoming = incoming;
        this.variables = variables;
        this.identify = identify;
    }

    /** The call's name. */
    public RequestId requestId() {
        return requestId;
    }

    /** The part of the path that stands for this variable of the route's template. */
    public String path(String variable) {
        return Optional.ofNullable(variables.get(variable)).orElseThrow();
    }

    /** Whether the route's template has this variable. */
    public boolean hasPath(String variable) {
        return variables.containsKey(variable);
    }

    /** The first value of a query parameter; a blank one counts as absent. */
    public Optional<String> query(String name) {
        return incoming.parameters().first(name);
    }

    /** The first value of every query parameter, by its name. */
    public Map<String, String> queries() {
        return incoming.parameters().firsts();
    }

    /** Every value of a query parameter. */
    public List<String> queryAll(String name) {
        return incoming.parameters().all(name);
    }

    /** A query parameter that is true or false. */
    public Optional<Boolean> flag(String name) {
        return incoming.parameters().flag(name);
    }

    /** A query parameter that is a whole number and not negative. */
    public OptionalInt number(String name) {
        return incoming.parameters().number(name);
    }

    /** The body; an object without members for an empty one and for {@code null}. */
    public JsonNode body() {
        byte[] bytes = incoming.body();
        if (Json.isBlank(bytes)) {
            return JsonNodeFactory.instance.objectNode();
        }
        incoming.header("Content-Type").ifPresent(Call::refuseOtherThanJson);
        JsonNode value = Json.parse(bytes);
        if (value.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!value.isObject()) {
            throw Refusal.badRequest("The body must be a JSON object.");
        }
        return value;
    }

    /** The body as it arrives, if there is one; whoever asks for it reads it once. */
    public Optional<Content> stream() {
        return incoming.stream();
    }

    /** The value of this header, if it was sent. */
    public Optional<String> header(String name) {
        return incoming.header(name);
    }

    /** Every header, as it was sent. */
    public List<Header> headers() {
        return incoming.headers();
    }

    /** The method. */
    public String method() {
        return incoming.method();
    }

    /** The whole path with its query, as it was sent. */
    public String address() {
        return incoming.address();
    }

    /** What follows the route's template in the path, with the query: as they were sent. */
    public String target() {
        return incoming.target();
    }

    /** Whether the caller, as far as can be seen, has not hung up; it takes a look to know. */
    public boolean isAwaited() {
        return incoming.isAwaited();
    }

    /** Does this when the answer was written, or will not be. */
    public void whenOver(Runnable action) {
        incoming.whenOver(action);
    }

    private static void refuseOtherThanJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        boolean json = type.equals("application/json") || type.endsWith("+json");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &=
                    !parameter.startsWith("charset=")
                            || parameter.equals("charset=utf-8")
                            || parameter.equals("charset=us-ascii");
        }
        if (!json) {
            throw new Refusal(
                    415, "The body must be JSON in UTF-8. Send Content-Type: application/json.");
        }
    }

    /** The user who calls; without one, or with wrong secrets, the call is refused. */
    public User caller() {
        if (known.isPresent()) {
            return known.get();
        }
        CallerHeader header = header();
        if (header.user().isEmpty() || header.organization().isEmpty()) {
            throw Refusal.unauthorized(
                    (header.user().isEmpty() ? "The User secret" : "The Organization secret")
                            + " is missing. "
                            + WHO
                            + ".");
        }
        return switch (identify.identify(header.user().get(), header.organization().get())) {
            case IdentifyCaller.Outcome.Known(var user) -> known(user);
            case IdentifyCaller.Outcome.Stranger() ->
                    throw Refusal.unauthorized(
                            "The User secret or the Organization secret is not known here, or they"
                                    + " do not belong together. "
                                    + WHO
                                    + ".");
        };
    }

    private User known(User user) {
        known = Optional.of(user);
        note("user", user.id().toString());
        note("account", user.account().toString());
        note("organization", user.organization().toString());
        return user;
    }

    /**
     * Who looks at the catalog: the user, if the header names one with its organization, else
     * anybody.
     */
    public Viewer viewer() {
        if (incoming.header("Authorization").isEmpty()) {
            return new Viewer.Anonymous();
        }
        CallerHeader header = header();
        return header.user().isPresent() && header.organization().isPresent()
                ? new Viewer.Member(caller())
                : new Viewer.Anonymous();
    }

    /** Whether the caller says who calls. */
    public boolean isIdentified() {
        return incoming.header("Authorization").isPresent();
    }

    /** The Element token, which this call must have. */
    public InstanceToken elementToken() {
        return header().element()
                .orElseThrow(
                        () ->
                                Refusal.unauthorized(
                                        "The Element token is missing. "
                                                + WHO
                                                + ", Element <token>."));
    }

    /**
     * The user who calls through an instance: with the Element token the organization's secret may
     * be left out, but if it is there it must be right.
     */
    public User callerThroughToken() {
        CallerHeader header = header();
        if (header.organization().isPresent()) {
            return caller();
        }
        if (header.user().isEmpty()) {
            throw Refusal.unauthorized("The User secret is missing. " + WHO_WITH_TOKEN + ".");
        }
        return switch (identify.identify(header.user().get())) {
            case IdentifyCaller.Outcome.Known(var user) -> known(user);
            case IdentifyCaller.Outcome.Stranger() ->
                    throw Refusal.unauthorized(
                            "The User secret is not known here. " + WHO_WITH_TOKEN + ".");
        };
    }

    /** Refuses everybody but the operator. */
    public void requireOperator() {
        boolean operator = header().operator().map(identify::isOperator).orElse(false);
        if (!operator) {
            throw Refusal.unauthorized(
                    "This is for the operator alone. Send the header Authorization: Operator"
                            + " <secret>.");
        }
        note("user", "operator");
    }

    private CallerHeader header() {
        if (header.isEmpty()) {
            header = Optional.of(CallerHeader.parse(authorization()));
        }
        return header.get();
    }

    private String authorization() {
        return incoming.header("Authorization")
                .orElseThrow(
                        () ->
                                Refusal.unauthorized(
                                        "The Authorization header is missing. " + WHO + "."));
    }

    /** Puts something beside the call's line in the log; never a secret. */
    public void note(String name, String value) {
        notes.put(name, value);
    }

    Map<String, String> notes() {
        return notes;
    }

    boolean wantsProblemJson() {
        return accept().wantsProblems();
    }

    /** Refuses a caller that takes no JSON. */
    void requireJsonAccepted() {
        if (!takesJson()) {
            throw Refusal.jsonNotTaken();
        }
    }

    /** Whether the caller can be answered with JSON. */
    public boolean takesJson() {
        return accept().takesJson();
    }

    private AcceptHeader accept() {
        return new AcceptHeader(incoming.header("Accept").orElse(""));
    }

    /** The value, or the refusal of a path that names nothing by this variable. */
    public <T> T orNotFound(Optional<T> value, String what, String variable) {
        return value.orElseThrow(() -> new Refusal(404, Absence.sentence(what, path(variable))));
    }
}
