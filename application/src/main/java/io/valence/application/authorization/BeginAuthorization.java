package io.valence.application.authorization;

import io.valence.domain.account.Viewer;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.Template;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says where to send a user who is to consent. Anybody may ask, so nothing is kept for it but what
 * proof keys need, and of that only so much.
 */
public final class BeginAuthorization {
    /** How long an answer is awaited. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MOST_PENDING = 10_000;
    private static final int LONGEST = 2_000;
    private static final int RANDOM_BYTES = 32;

    private static final ConfigurationKey PAGE = new ConfigurationKey("oauth.authorization.url");

    private final Elements elements;
    private final VendorAuthorization vendor;
    private final PendingAuthorizations pending;
    private final InstantSource time;
    private final SecureRandom random;

    /** A use case over this catalog. */
    public BeginAuthorization(
            Elements elements,
            VendorAuthorization vendor,
            PendingAuthorizations pending,
            InstantSource time,
            SecureRandom random) {
        this.elements = elements;
        this.vendor = vendor;
        this.pending = pending;
        this.time = time;
        this.random = random;
    }

    /** The address, or everything that is wrong. */
    public Outcome begin(Request request) {
        Optional<Element> found = elements.find(new Viewer.Anonymous(), request.element());
        if (found.isEmpty()) {
            return new Outcome.NoSuchElement(request.element());
        }
        Element element = found.get();
        return element.scheme() instanceof AuthenticationScheme.OAuth2 oauth
                        && oauth.grant() == GrantType.AUTHORIZATION_CODE
                ? begin(request, element, oauth.pkce())
                : new Outcome.WithoutConsent(element);
    }

    private Outcome begin(Request request, Element element, boolean pkce) {
        UnlockedConfiguration configuration = configuration(element, request);
        Optional<Secret> clientId = configuration.secret(OAuthClient.ID_KEY);
        Optional<URI> page = configuration.address(PAGE);
        List<Problem> problems = new ArrayList<>();
        request.parameters()
                .forEach(
                        (name, value) -> {
                            if (value.length() > LONGEST) {
                                problems.add(
                                        new Problem.TooLong(Place.foreignMember(name), LONGEST));
                            }
                        });
        if (clientId.isEmpty()) {
            problems.add(new Problem.Missing(Place.member("apiKey")));
        }
        Optional<String> callback = request.parameter("callbackUrl");
        if (callback.isEmpty()) {
            problems.add(new Problem.Missing(Place.member("callbackUrl")));
        } else if (!isWhole(callback.get())) {
            problems.add(new Problem.Malformed(Place.member("callbackUrl"), "an absolute address"));
        }
        if (page.isEmpty()) {
            problems.add(new Problem.Unresolvable(Place.entry(PAGE), missingIn(configuration)));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Rejected(element, problems);
        }
        return ask(request, element, pkce, configuration, clientId.get(), page.get());
    }

    private Outcome ask(
            Request request,
            Element element,
            boolean pkce,
            UnlockedConfiguration configuration,
            Secret clientId,
            URI page) {
        String callback = request.parameter("callbackUrl").orElseThrow();
        String state =
                request.parameter("state")
                        .orElseGet(() -> pkce ? randomText() : element.key().value());
        Optional<Secret> verifier = Optional.empty();
        if (pkce) {
            verifier = await(new Question(state, element.id(), clientId.fingerprint(), callback));
            if (verifier.isEmpty()) {
                return new Outcome.TooMany();
            }
        }
        URI address =
                vendor.address(
                        new AuthorizationRequest(
                                page,
                                clientId,
                                callback,
                                state,
                                request.parameter("scope")
                                        .or(() -> configuration.text(OAuthClient.SCOPE_KEY)),
                                verifier));
        return new Outcome.Begun(element, address);
    }

    private Optional<Secret> await(Question question) {
        Instant now = time.instant();
        Pending asked = new Pending(question, Secret.of(randomText()), now.plus(PATIENCE));
        return pending.await(asked, now, MOST_PENDING);
    }

    /** 43 characters that nobody guesses (RFC 7636, section 4.1). */
    private String randomText() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isWhole(String address) {
        try {
            URI uri = new URI(address);
            return uri.isAbsolute() && uri.getRawFragment() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String missingIn(UnlockedConfiguration configuration) {
        return configuration
                .text(PAGE)
                .flatMap(Template::parse)
                .flatMap(
                        template ->
                                template.placeholders().stream()
                                        .filter(key -> configuration.text(key).isEmpty())
                                        .findFirst())
                .map(ConfigurationKey::value)
                .orElse(PAGE.value());
    }

    /**
     * What the element's own settings and the request's parameters make: a parameter fills the
     * entry of its name, dots and capitals aside, as clients write {@code siteAddress} for {@code
     * site.address}.
     */
    private static UnlockedConfiguration configuration(Element element, Request request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.parameters().forEach((name, value) -> values.put(folded(name), value));
        Map<ConfigurationKey, Setting> settings = new LinkedHashMap<>();
        Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
        for (ConfigurationEntry entry : element.schema().entries()) {
            String key = entry.key().value();
            String value = values.getOrDefault(folded(key), "");
            if (!value.isBlank() && !key.startsWith("oauth.") && !entry.isSecret()) {
                settings.put(entry.key(), new Setting.Plain(value, Origin.SUPPLIED));
            }
        }
        request.parameter("apiKey")
                .ifPresent(key -> secrets.put(OAuthClient.ID_KEY, Secret.of(key)));
        return new UnlockedConfiguration(
                element.schema().resolve(Settings.of(settings)), Secrets.of(secrets));
    }

    private static String folded(String name) {
        return name.replace(".", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * Which question is to be asked.
     *
     * @param parameters as they were sent, without the application's secret, which nobody needs
     */
    public record Request(ElementReference element, Map<String, String> parameters) {
        public Request {
            parameters = Map.copyOf(parameters);
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isBlank());
        }

        /** The names alone. */
        @Override
        public String toString() {
            return "Request[" + element + " " + parameters.keySet() + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** Send the user there. */
        record Begun(Element element, URI address) implements Outcome {}

        /** Something is wrong with the question. */
        record Rejected(Element element, List<Problem> problems) implements Outcome {}

        /** There is no such element. */
        record NoSuchElement(ElementReference reference) implements Outcome {}

        /** The vendor asks no user for consent by a redirect. */
        record WithoutConsent(Element element) implements Outcome {}

        /** Too many answers are awaited already. */
        record TooMany() implements Outcome {}
    }
}
