package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Action;
import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Form;
import io.valence.sandbox.http.Gate;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Routes;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The three addresses of an OAuth 2.0 server: {@code authorize}, {@code token}, {@code revoke}. */
public final class OAuthServer implements Action {
    private final Grants grants;
    private final Consent consent;
    private final Gate tokens = new Gate(OAuthError::answer);
    private final Gate revocations = new Gate(OAuthError::answer);
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Routes routes = new Routes();

    /** A server for these clients, which remembers what it granted if it has a file. */
    public OAuthServer(Optional<Path> file, List<Client> clients, Duration lifetime) {
        InstantSource clock = InstantSource.system();
        grants = new Grants(file.map(Ledger::open).orElseGet(Ledger::inMemory), lifetime, clock);
        clients.forEach(grants::register);
        consent = new Consent(grants, clock);
        routes.on("GET", "authorize", consent::ask)
                .on("POST", "authorize", consent::decide)
                .on("POST", "token", call -> tokens.pass(call, this::token))
                .on("POST", "revoke", call -> revocations.pass(call, this::revoke));
    }

    @Override
    public Answer answer(Call call) throws IOException {
        return routes.answer(call);
    }

    private Answer token(Call call) throws IOException {
        Form form = call.form();
        Client client = Credentials.client(call, form, grants);
        String grantType = form.required("grant_type");
        Optional<String> scope = form.field("scope");
        Issued issued =
                switch (grantType) {
                    case "authorization_code" -> {
                        count(grantType);
                        yield grants.exchange(
                                client,
                                form.required("code"),
                                form.required("redirect_uri"),
                                form.field("code_verifier"));
                    }
                    case "refresh_token" -> {
                        count(grantType);
                        yield grants.refresh(client, form.required("refresh_token"), scope);
                    }
                    case "client_credentials" -> {
                        count(grantType);
                        yield grants.grantClient(client, scope.orElse(""));
                    }
                    default ->
                            throw new Refusal(
                                    400,
                                    "unsupported_grant_type",
                                    "Ask for authorization_code, refresh_token or"
                                            + " client_credentials.");
                };
        return OAuthError.unstored(Answer.json(200, json(issued)));
    }

    private static ObjectNode json(Issued issued) {
        ObjectNode json = Json.object().put("access_token", issued.access());
        issued.refresh().ifPresent(refresh -> json.put("refresh_token", refresh));
        json.put("expires_in", issued.lifetime()).put("token_type", "bearer");
        if (!issued.scope().isEmpty()) {
            json.put("scope", issued.scope());
        }
        return json;
    }

    /** What is not known is as good as revoked. */
    private Answer revoke(Call call) throws IOException {
        Form form = call.form();
        grants.revoke(Credentials.client(call, form, grants), form.required("token"));
        return Answer.empty(200);
    }

    private void count(String grantType) {
        requests.computeIfAbsent(grantType, _ -> new LongAdder()).increment();
    }

    /**
     * Where the user of this authorization address would be sent after the decision, without the
     * page.
     */
    public String decide(URI address, boolean isAllowed) {
        return consent.decide(
                Form.of(Optional.ofNullable(address.getRawQuery()).orElse(""))::field, isAllowed);
    }

    /** What is granted. */
    public Grants grants() {
        return grants;
    }

    /** What token requests go through. */
    public Gate tokens() {
        return tokens;
    }

    /** What revocations go through. */
    public Gate revocations() {
        return revocations;
    }

    /** How many requests of a known client there were with this grant type. */
    public long requests(String grantType) {
        return Optional.ofNullable(requests.get(grantType)).map(LongAdder::sum).orElse(0L);
    }
}
