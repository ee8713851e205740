package io.valence.application.authorization;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gets the first tokens of an instance, or new ones after its owner consented again. */
public final class ObtainTokens {
    private static final Place CODE = Place.member("providerData/code");
    private static final Place STATE = Place.member("providerData/state");
    private static final ConfigurationKey CALLBACK = new ConfigurationKey("oauth.callback.url");

    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    private final VendorAuthorization vendor;
    private final PendingAuthorizations pending;
    private final InstantSource time;

    /** A use case over this conversation. */
    public ObtainTokens(
            VendorAuthorization vendor, PendingAuthorizations pending, InstantSource time) {
        this.vendor = vendor;
        this.pending = pending;
        this.time = time;
    }

    /** The same, and this witness hears what the vendor is asked for tokens. */
    public ObtainTokens watchedBy(Consumer<TokenExchange> witness) {
        return new ObtainTokens(vendor.watchedBy(witness), pending, time);
    }

    /** What the request lacks before a vendor can be asked at all. */
    public static List<Problem> objections(AuthenticationScheme.OAuth2 scheme, ProviderData data) {
        if (scheme.grant() == GrantType.CLIENT_CREDENTIALS || data.error().isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        if (data.code().isEmpty()) {
            problems.add(new Problem.Missing(CODE));
        }
        if (scheme.pkce() && data.state().isEmpty()) {
            problems.add(new Problem.Missing(STATE));
        }
        return problems;
    }

    /** Asks the vendor for tokens, for what the user was sent back with. */
    public Outcome obtain(
            Element element,
            AuthenticationScheme.OAuth2 scheme,
            UnlockedConfiguration configuration,
            ProviderData data) {
        Optional<OAuthClient> client = OAuthClient.of(configuration);
        if (client.isEmpty()) {
            return new Outcome.Rejected(List.of(unusableAddress()));
        }
        Instant now = time.instant();
        if (scheme.grant() == GrantType.CLIENT_CREDENTIALS) {
            TokenAnswer answer = vendor.obtain(client.get());
            return outcome(answer, element, client.get(), Optional.empty(), now);
        }
        if (data.error().isPresent()) {
            return new Outcome.Denied(data.error().get(), data.errorDescription());
        }
        String callback = configuration.text(CALLBACK).orElse("");
        Optional<Secret> verifier = Optional.empty();
        if (scheme.pkce()) {
            verifier = verifier(element, configuration, data.state().orElse(""), callback, now);
            if (verifier.isEmpty()) {
                return new Outcome.Rejected(List.of(strangeState()));
            }
        }
        AuthorizationCode code =
                new AuthorizationCode(data.code().orElseThrow(), callback, verifier);
        TokenAnswer answer = vendor.exchange(client.get(), code);
        return outcome(answer, element, client.get(), Optional.empty(), now);
    }

    /**
     * Renews at once with a refresh token that was had elsewhere: so it shows whether it is good.
     */
    public Outcome takeOver(
            Element element, UnlockedConfiguration configuration, Secret refreshToken) {
        Optional<OAuthClient> client = OAuthClient.of(configuration);
        if (client.isEmpty()) {
            return new Outcome.Rejected(List.of(unusableAddress()));
        }
        Instant now = time.instant();
        TokenAnswer answer = vendor.refresh(client.get(), refreshToken);
        return outcome(answer, element, client.get(), Optional.of(refreshToken), now);
    }

    /** Gives back what nobody will use; the vendor's answer changes nothing. */
    public void giveBack(Outcome.Obtained obtained) {
        vendor.revoke(obtained.client(), obtained.tokens());
    }

    private Optional<Secret> verifier(
            Element element,
            UnlockedConfiguration configuration,
            String state,
            String callback,
            Instant now) {
        Secret clientId = configuration.secret(OAuthClient.ID_KEY).orElseThrow();
        return pending.take(
                new Question(state, element.id(), clientId.fingerprint(), callback), now);
    }

    private static Outcome outcome(
            TokenAnswer answer,
            Element element,
            OAuthClient client,
            Optional<Secret> earlier,
            Instant askedAt) {
        return switch (answer) {
            case TokenAnswer.Granted granted ->
                    new Outcome.Obtained(tokens(granted, element, earlier, askedAt), client);
            case TokenAnswer.Refused(var status, var error, var said) ->
                    new Outcome.Refused(status, error, said);
            case TokenAnswer.Unusable(var status, var said) ->
                    isRefusal(status)
                            ? new Outcome.Refused(status, "status " + status, said)
                            : new Outcome.Failed(status, said);
            case TokenAnswer.Unreachable(var reason, var late, var sent) ->
                    new Outcome.Unreachable(reason, late);
            case TokenAnswer.Barred(var reason) ->
                    new Outcome.Rejected(
                            List.of(
                                    new Problem.Malformed(
                                            Place.entry(OAuthClient.TOKEN_URL_KEY),
                                            "an address that requests may go to: " + reason)));
        };
    }

    /**
     * As they are kept, with the earlier refresh token if there is no other. What the element knows
     * of their life counts where something renews them; others are used until they are refused, or
     * the vendor's own word is over.
     */
    static Tokens tokens(
            TokenAnswer.Granted granted,
            Element element,
            Optional<Secret> earlier,
            Instant askedAt) {
        Optional<Secret> refresh = granted.refresh().or(() -> earlier);
        Optional<Duration> known =
                areRenewable(element, refresh) ? knownLifetime(element) : Optional.empty();
        return granted.tokens(askedAt, known).keeping(earlier);
    }

    /** Whether other tokens can be had without asking a person. */
    static boolean areRenewable(Element element, Optional<Secret> refresh) {
        return refresh.isPresent() || areObtainedAnew(element);
    }

    /** Whether the application asks for tokens on its own behalf, as often as it likes. */
    static boolean areObtainedAnew(Element element) {
        return element.scheme() instanceof AuthenticationScheme.OAuth2 oauth
                && oauth.grant() == GrantType.CLIENT_CREDENTIALS;
    }

    /** Whether asking the same again is of no use, though the vendor does not say so. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != TIMED_OUT && status != TOO_MANY;
    }

    /** What the element knows of the life of its vendor's tokens. */
    private static Optional<Duration> knownLifetime(Element element) {
        return element.schema()
                .entry(Tokens.INTERVAL_KEY)
                .flatMap(entry -> entry.defaultValue())
                .flatMap(ObtainTokens::seconds);
    }

    private static Optional<Duration> seconds(String text) {
        boolean number =
                !text.isEmpty()
                        && text.length() <= 9
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Problem unusableAddress() {
        return new Problem.Malformed(
                Place.entry(OAuthClient.TOKEN_URL_KEY),
                "an address, and one of the element's own if the application's secret is the"
                        + " element's");
    }

    private static Problem strangeState() {
        return new Problem.Malformed(
                STATE,
                "the state that oauth/url gave for this element, application and callback, not"
                        + " used before and not older than "
                        + BeginAuthorization.PATIENCE.toMinutes()
                        + " minutes");
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The vendor's tokens, and the client that they were handed out to. */
        record Obtained(Tokens tokens, OAuthClient client) implements Outcome {}

        /** Something is wrong with the request; the vendor was not asked. */
        record Rejected(List<Problem> problems) implements Outcome {}

        /** The user, or the vendor in the user's place, said no. */
        record Denied(String error, Optional<String> description) implements Outcome {}

        /** The vendor will not have the code, the refresh token or the application. */
        record Refused(int status, String error, String said) implements Outcome {}

        /** The vendor answered, and not with tokens. */
        record Failed(int status, String said) implements Outcome {}

        /** The vendor did not answer. */
        record Unreachable(String reason, boolean late) implements Outcome {}
    }
}
