package io.valence.testkit.memory;

import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.VendorWords;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An authorization server that lives in memory and means what it says: a code is good once, a
 * refresh token too, and who sends one a second time loses all that came of it. It answers at every
 * address but those that are barred, and can be told to misbehave.
 */
public final class InMemoryVendorAuthorization implements VendorAuthorization {
    private static final String BEARER = "Bearer ";
    private static final String INVALID_GRANT = "invalid_grant";

    private final VendorGrants grants;
    private final Map<String, Secret> clients = new HashMap<>();
    private final Map<String, Consent> codes = new HashMap<>();
    private final Map<URI, Consent> asked = new HashMap<>();
    private final Set<String> barred = new HashSet<>();
    private final Deque<UnaryOperator<TokenAnswer>> next = new ArrayDeque<>();
    private final List<Question> questions = new ArrayList<>();
    private Optional<TokenAnswer> always = Optional.empty();
    private Optional<Revocation> revocation = Optional.empty();
    private Optional<CountDownLatch> gate = Optional.empty();
    private Duration delay = Duration.ZERO;

    /** A server that knows no client yet; its tokens end by this clock. */
    public InMemoryVendorAuthorization(InstantSource clock) {
        this.grants = new VendorGrants(clock);
    }

    /** What it is asked for. */
    public enum Question {
        /** Tokens for a code. */
        EXCHANGE,
        /** Tokens for the client itself. */
        OBTAIN,
        /** Tokens for a refresh token. */
        REFRESH,
        /** To take tokens back. */
        REVOKE
    }

    private record Consent(Secret client, String callback, Optional<Secret> verifier) {}

    /** Knows this client from now on. */
    public synchronized void register(Secret id, Secret secret) {
        clients.put(id.reveal(), secret);
    }

    /** The code of a user who was sent to this address and consents. */
    public synchronized Secret consent(URI address) {
        Consent consent = asked.get(address);
        if (consent == null) {
            throw new IllegalArgumentException("nobody was sent to this address");
        }
        return consent(consent.client(), consent.callback(), consent.verifier());
    }

    /** The code that a user's consent brings, without a proof key. */
    public Secret consent(Secret client, String callback) {
        return consent(client, callback, Optional.empty());
    }

    /** The code that a user's consent brings; this verifier belongs to it. */
    public synchronized Secret consent(Secret client, String callback, Optional<Secret> verifier) {
        String code = "code-" + (codes.size() + 1);
        codes.put(code, new Consent(client, callback, verifier));
        return Secret.of(code);
    }

    /** Hands out tokens that are good for so long. */
    public synchronized void lifetime(Duration wanted) {
        grants.lifetime = wanted;
    }

    /** Does not say for how long tokens are good. */
    public synchronized void concealLifetime() {
        grants.concealing = true;
    }

    /** Renews tokens and sends no other refresh token: the one that there is stays good. */
    public synchronized void keepRefreshTokens() {
        grants.rotating = false;
    }

    /** Answers every question for tokens with this, until told otherwise. */
    public synchronized void answerAlways(TokenAnswer answer) {
        always = Optional.of(answer);
    }

    /** Answers as it should from now on. */
    public synchronized void recover() {
        always = Optional.empty();
        gate = Optional.empty();
        revocation = Optional.empty();
        delay = Duration.ZERO;
    }

    /**
     * Makes this of its next answer, which it has thought about as it should; if tokens are given
     * back, it fails.
     */
    public synchronized void distortNext(UnaryOperator<TokenAnswer> distortion) {
        next.add(distortion);
    }

    /** Answers when this opens; what it does, it does before. */
    public synchronized void answerWhen(CountDownLatch opens) {
        gate = Optional.of(opens);
    }

    /** Answers so much later. */
    public synchronized void answerAfter(Duration wanted) {
        delay = wanted;
    }

    /** Says this whenever tokens are given back. */
    public synchronized void answerRevocations(Revocation answer) {
        revocation = Optional.of(answer);
    }

    /** Cannot be asked at this host. */
    public synchronized void bar(String host) {
        barred.add(host);
    }

    /** How often it was asked this. */
    public synchronized int asked(Question question) {
        return (int) questions.stream().filter(question::equals).count();
    }

    /** How often it was asked for tokens at all. */
    public synchronized int askedForTokens() {
        return questions.size() - asked(Question.REVOKE);
    }

    /** Whether this access token is good now. */
    public synchronized boolean letsIn(Secret access) {
        return grants.letsIn(access);
    }

    /** Whether this is what an Authorization header says with a token that is good now. */
    public synchronized boolean letsInBearer(Secret header) {
        String text = header.reveal();
        return text.startsWith(BEARER) && letsIn(Secret.of(text.substring(BEARER.length())));
    }

    /** How many grants there are that a client can still use. */
    public synchronized int liveGrants() {
        return grants.live();
    }

    /** Voids everything that was handed out. */
    public synchronized void forgetEverything() {
        grants.revokeAll();
    }

    /** Voids every access token; what renews them stays good. */
    public synchronized void forgetAccessTokens() {
        grants.revokeAccessTokens();
    }

    @Override
    public synchronized URI address(AuthorizationRequest request) {
        StringBuilder query = new StringBuilder("response_type=code");
        parameter(query, "redirect_uri", request.callback());
        parameter(query, "state", request.state());
        parameter(query, "client_id", request.clientId().reveal());
        request.scope().ifPresent(scope -> parameter(query, "scope", scope));
        request.verifier()
                .ifPresent(
                        verifier -> {
                            parameter(query, "code_challenge", challenge(verifier));
                            parameter(query, "code_challenge_method", "S256");
                        });
        String page = request.address().toString();
        URI address = URI.create(page + (page.contains("?") ? "&" : "?") + query);
        asked.put(address, new Consent(request.clientId(), request.callback(), request.verifier()));
        return address;
    }

    private static void parameter(StringBuilder query, String name, String value) {
        query.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static String challenge(Secret verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.reveal().getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public TokenAnswer exchange(OAuthClient client, AuthorizationCode code) {
        return ask(client, client.tokenUrl(), Question.EXCHANGE, () -> exchanged(client, code));
    }

    private TokenAnswer exchanged(OAuthClient client, AuthorizationCode code) {
        Consent consent = codes.remove(code.code().reveal());
        boolean fits =
                consent != null
                        && consent.client().equals(client.id())
                        && consent.callback().equals(code.callback())
                        && consent.verifier().equals(code.verifier());
        return fits ? grants.begin(client.id(), true) : refused("The code is not good");
    }

    @Override
    public TokenAnswer obtain(OAuthClient client) {
        return ask(
                client, client.tokenUrl(), Question.OBTAIN, () -> grants.begin(client.id(), false));
    }

    @Override
    public TokenAnswer refresh(OAuthClient client, Secret refreshToken) {
        return ask(
                client,
                client.refreshUrl(),
                Question.REFRESH,
                () ->
                        grants.renew(client.id(), refreshToken)
                                .orElseGet(() -> refused("The refresh token is not good")));
    }

    private static TokenAnswer refused(String said) {
        return new TokenAnswer.Refused(400, INVALID_GRANT, said);
    }

    /** A thought of the server's. */
    private interface Thought {
        TokenAnswer answer();
    }

    private TokenAnswer ask(OAuthClient client, URI address, Question question, Thought thought) {
        TokenAnswer answer;
        Optional<CountDownLatch> closed;
        Duration wait;
        synchronized (this) {
            if (barred.contains(address.getHost())) {
                return new TokenAnswer.Barred("Requests may not go to this address");
            }
            questions.add(question);
            answer = always.orElseGet(() -> knows(client) ? thought.answer() : stranger(client));
            answer = next.isEmpty() ? answer : next.remove().apply(answer);
            closed = gate;
            wait = delay;
        }
        try {
            Thread.sleep(wait.toMillis());
            if (closed.isPresent()) {
                closed.get().await();
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TokenAnswer.Unreachable("Interrupted", false, false);
        }
    }

    private boolean knows(OAuthClient client) {
        return Optional.of(client.secret())
                .equals(Optional.ofNullable(clients.get(client.id().reveal())));
    }

    private static TokenAnswer stranger(OAuthClient client) {
        String said = "No client has the secret " + client.secret().reveal();
        return new TokenAnswer.Refused(
                401, "invalid_client", VendorWords.plain(said, List.of(client.secret())));
    }

    @Override
    public synchronized Revocation revoke(OAuthClient client, Tokens tokens) {
        if (client.revokeUrl().isEmpty()) {
            return Revocation.SETTLED;
        }
        if (barred.contains(client.revokeUrl().get().getHost())) {
            return Revocation.POSTPONED;
        }
        questions.add(Question.REVOKE);
        if (!next.isEmpty()) {
            next.remove();
            return Revocation.POSTPONED;
        }
        if (revocation.isPresent()) {
            return revocation.get();
        }
        grants.revoke(tokens);
        return Revocation.SETTLED;
    }

    @Override
    public VendorAuthorization watchedBy(Consumer<TokenExchange> witness) {
        return new WatchedVendorAuthorization(this, witness);
    }
}
