package io.valence.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Codes and tokens: how they are given, renewed, checked and taken back. */
public final class Grants {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_CODES = 10_000;
    private static final int MOST_GRANTS = 100_000;
    private static final int SWEEP = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Ledger ledger;
    private final Register register;
    private final Seal seal;
    private final LongAdder reuses = new LongAdder();
    private volatile Duration lifetime;
    private volatile boolean rotates = true;

    /** The grants that this ledger holds. */
    Grants(Ledger ledger, Duration lifetime, InstantSource clock) {
        this.ledger = ledger;
        this.register = ledger.register();
        this.seal = ledger.seal();
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Makes this client known. */
    void register(Client client) {
        ledger.write(() -> register.clients.put(client.id(), client));
    }

    Optional<Client> client(String id) {
        return ledger.read(() -> Optional.ofNullable(register.clients.get(id)));
    }

    Seal seal() {
        return seal;
    }

    /** A code for what a user has just allowed. */
    String allow(String client, String redirect, String scope, Optional<String> challenge) {
        String text = fresh();
        long expires = now() + CODE_LIFETIME.toMillis();
        ledger.write(
                () -> {
                    register.codes.values().removeIf(code -> code.expires() <= now());
                    if (register.codes.size() >= MOST_CODES) {
                        register.codes.pollFirstEntry();
                    }
                    register.codes.put(
                            text,
                            new Code(
                                    text,
                                    client,
                                    redirect,
                                    scope,
                                    challenge,
                                    Optional.empty(),
                                    expires));
                });
        return text;
    }

    /** The tokens for a code. An exchange that fails burns the code as well. */
    Issued exchange(Client client, String text, String redirect, Optional<String> verifier) {
        return ledger.writeAndAnswer(
                () -> {
                    Code code = register.codes.get(text);
                    if (code == null
                            || code.expires() <= now()
                            || !code.client().equals(client.id())) {
                        throw OAuthError.invalidGrant("The code is not known, or has expired.");
                    }
                    if (code.grant().isPresent()) {
                        register.grants.remove(code.grant().get());
                        throw OAuthError.invalidGrant("The code was used before.");
                    }
                    Grant grant = newGrant(client.id(), code.scope(), 0);
                    register.codes.put(text, code.exchangedFor(grant.id()));
                    if (!code.redirect().equals(redirect)) {
                        throw OAuthError.invalidGrant("The redirect_uri is another one.");
                    }
                    if (!fits(code.challenge(), verifier)) {
                        throw OAuthError.invalidGrant("The code_verifier does not fit.");
                    }
                    makeRoom();
                    register.grants.put(grant.id(), grant);
                    return issue(grant, true);
                });
    }

    /** The tokens for a refresh token, which is good only once where tokens rotate. */
    Issued refresh(Client client, String text, Optional<String> scope) {
        return ledger.writeAndAnswer(
                () -> {
                    Token token = open(text, Token.Kind.REFRESH).orElseThrow(Grants::unknownToken);
                    Grant grant = register.grants.get(token.grant());
                    if (grant == null || !grant.client().equals(client.id())) {
                        throw unknownToken();
                    }
                    if (token.number() != grant.renewals()) {
                        reuses.increment();
                        register.grants.remove(grant.id());
                        throw OAuthError.invalidGrant(
                                "The refresh token was used before; the grant is revoked.");
                    }
                    if (scope.isPresent() && !scope.get().equals(grant.scope())) {
                        throw OAuthError.invalidScope();
                    }
                    if (!rotates) {
                        return issue(grant, false);
                    }
                    Grant renewed = grant.renewed();
                    register.grants.put(grant.id(), renewed);
                    return issue(renewed, true);
                });
    }

    /** A token for the client itself, without a refresh token. */
    Issued grantClient(Client client, String scope) {
        return ledger.writeAndAnswer(
                () -> {
                    makeRoom();
                    Grant grant = newGrant(client.id(), scope, now() + lifetime.toMillis());
                    register.grants.put(grant.id(), grant);
                    return issue(grant, false);
                });
    }

    /** Takes back a token of this client: with a refresh token, the whole grant. */
    void revoke(Client client, String text) {
        ledger.write(
                () -> {
                    seal.open(text)
                            .flatMap(Token::of)
                            .filter(token -> isOf(client, token))
                            .ifPresent(this::revoke);
                });
    }

    private boolean isOf(Client client, Token token) {
        Grant grant = register.grants.get(token.grant());
        return grant != null && grant.client().equals(client.id());
    }

    private void revoke(Token token) {
        if (token.kind() == Token.Kind.REFRESH) {
            register.grants.remove(token.grant());
        } else {
            register.revoked.values().removeIf(expires -> expires <= now());
            register.revoked.put(token.number(), token.expires());
        }
    }

    /** Whether calls with this access token are let in. */
    public boolean admits(String text) {
        Optional<Token> token = open(text, Token.Kind.ACCESS);
        return token.isPresent()
                && token.get().expires() > now()
                && ledger.read(
                        () ->
                                token.get().number() > register.expiredUpTo
                                        && register.grants.containsKey(token.get().grant())
                                        && !register.revoked.containsKey(token.get().number()));
    }

    /** Ends every access token; refresh tokens stay good. */
    public void expireAccessTokens() {
        ledger.write(() -> register.expiredUpTo = register.issued);
    }

    /** Takes back everything that was ever granted. */
    public void revokeEverything() {
        ledger.write(
                () -> {
                    register.grants.clear();
                    register.codes.clear();
                });
    }

    /** How long access tokens live from now on. */
    public void lifetime(Duration time) {
        lifetime = time;
    }

    /** Whether a refresh gives a new refresh token. */
    public void rotates(boolean yes) {
        rotates = yes;
    }

    /** How often a refresh token was used that was used before. */
    public long reuses() {
        return reuses.sum();
    }

    private Grant newGrant(String client, String scope, long expires) {
        return new Grant(fresh(), client, scope, 0, expires);
    }

    /** Not at every grant, since it looks at all of them. */
    private void makeRoom() {
        if (register.grants.size() % SWEEP == SWEEP - 1) {
            register.grants
                    .values()
                    .removeIf(grant -> grant.expires() > 0 && grant.expires() <= now());
        }
        if (register.grants.size() >= MOST_GRANTS) {
            register.grants.pollFirstEntry();
        }
    }

    private Issued issue(Grant grant, boolean withRefresh) {
        Duration time = lifetime;
        long expires = now() + time.toMillis();
        Token access = new Token(Token.Kind.ACCESS, grant.id(), ++register.issued, expires);
        Token refresh = new Token(Token.Kind.REFRESH, grant.id(), grant.renewals(), 0);
        return new Issued(
                seal.seal(access.text()),
                withRefresh ? Optional.of(seal.seal(refresh.text())) : Optional.empty(),
                time.toSeconds(),
                grant.scope());
    }

    private Optional<Token> open(String text, Token.Kind kind) {
        return seal.open(text).flatMap(Token::of).filter(token -> token.kind() == kind);
    }

    private static RuntimeException unknownToken() {
        return OAuthError.invalidGrant("The refresh token is not known, or was revoked.");
    }

    private static boolean fits(Optional<String> challenge, Optional<String> verifier) {
        if (challenge.isEmpty()) {
            return verifier.isEmpty();
        }
        byte[] wanted = challenge.get().getBytes(StandardCharsets.UTF_8);
        return verifier.isPresent()
                && MessageDigest.isEqual(
                        wanted, hash(verifier.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String verifier) {
        try {
            return Seal.encode(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    String fresh() {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        return Seal.encode(bytes);
    }

    private long now() {
        return clock.instant().toEpochMilli();
    }
}
