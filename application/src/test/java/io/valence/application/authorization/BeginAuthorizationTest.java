package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.valence.application.authorization.BeginAuthorization.Outcome;
import io.valence.application.bench.Bench;
import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.Question;
import io.valence.domain.configuration.Problem;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class BeginAuthorizationTest {
    private static final Map<String, String> ENOUGH =
            Map.of("apiKey", "client", "callbackUrl", Bench.CALLBACK);

    private final Bench bench = new Bench();

    private Outcome begin(String element, Map<String, String> parameters) {
        return bench.begin.begin(
                new BeginAuthorization.Request(new ElementKey(element), parameters));
    }

    private URI address(String element, Map<String, String> parameters) {
        return ((Outcome.Begun) begin(element, parameters)).address();
    }

    private static Map<String, String> and(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ENOUGH);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void asksForWhatTheElementAsksFor() {
        URI address = address("oauth", ENOUGH);

        assertThat(address.toString())
                .startsWith("https://app1-us.sapanywhere.com/sbo/oauth2/authorize?");
        assertThat(query(address))
                .containsOnly(
                        Map.entry("response_type", "code"),
                        Map.entry("redirect_uri", Bench.CALLBACK),
                        Map.entry("state", "oauth"),
                        Map.entry("client_id", "client"),
                        Map.entry("scope", "BusinessData_RW"));
    }

    @Test
    void asksForWhatTheCallerAsksFor() {
        URI address = address("oauth", and(Map.of("scope", "a b", "state", "mine & yours")));

        assertThat(query(address))
                .containsEntry("scope", "a b")
                .containsEntry("state", "mine & yours");
    }

    @Test
    void fillsTemplatesWithWhateverElseIsSent() {
        for (String name : new String[] {"siteAddress", "site.address", "site_address"}) {
            assertThat(address("oauthsites", and(Map.of(name, "acme"))).getHost())
                    .isEqualTo("acme.example.com");
        }
    }

    @Test
    void leadsNobodyAwayFromTheVendorByATemplate() {
        for (String evil :
                new String[] {"evil.com/", "evil.com#", "a@evil.com", "evil.com?", "\\"}) {
            assertThat(
                            ((Outcome.Rejected)
                                            begin("oauthsites", and(Map.of("siteAddress", evil))))
                                    .problems())
                    .extracting(problem -> problem.place().name())
                    .containsExactly("oauth.authorization.url");
        }
    }

    @Test
    void namesThePlaceholderThatHasNoValue() {
        Outcome outcome = begin("oauthsites", ENOUGH);

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(Problem::sentence)
                .containsExactly("Names {site.address}, which has no value");
    }

    @Test
    void leavesTheElementsAddressesAlone() {
        URI address =
                address(
                        "oauth",
                        and(
                                Map.of(
                                        "oauth.authorization.url", "https://evil.example.com",
                                        "oauthAuthorizationUrl", "https://evil.example.com")));

        assertThat(address.getHost()).isEqualTo("app1-us.sapanywhere.com");
    }

    @Test
    void needsNoSecretAndRepeatsNone() {
        URI address = address("oauth", and(Map.of("apiSecret", "t0p-secret")));

        assertThat(address.toString()).doesNotContain("t0p-secret");
        assertThat(
                        new BeginAuthorization.Request(
                                        new ElementKey("oauth"), Map.of("apiSecret", "t0p-secret"))
                                .toString())
                .doesNotContain("t0p-secret");
    }

    @Test
    void asksForTheElementsOwnApplicationIfTheCallerNamesNone() {
        URI address =
                address("oauthsites", Map.of("callbackUrl", Bench.CALLBACK, "siteAddress", "acme"));

        assertThat(query(address)).containsEntry("client_id", "shared-client");
    }

    @Test
    void namesEverythingThatIsMissing() {
        Outcome outcome = begin("oauth", Map.of("apiKey", " "));

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("apiKey", "callbackUrl");
    }

    @Test
    void wantsAWholeCallback() {
        for (String callback : new String[] {"/auth", "https://a.example/#x", "not an address"}) {
            Outcome outcome = begin("oauth", Map.of("apiKey", "client", "callbackUrl", callback));

            assertThat(((Outcome.Rejected) outcome).problems())
                    .extracting(problem -> problem.place().name())
                    .containsExactly("callbackUrl");
        }
    }

    @Test
    void takesNoParameterWithoutEnd() {
        Outcome outcome = begin("oauth", and(Map.of("scope", "x".repeat(2001))));

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(problem -> problem.place().name())
                .containsExactly("scope");
    }

    @Test
    void givesAStateThatNobodyGuessesWhereKeysAreProved() {
        URI first = address("oauthproof", ENOUGH);
        URI second = address("oauthproof", ENOUGH);

        assertThat(query(first).get("state")).hasSize(43).isNotEqualTo(query(second).get("state"));
        assertThat(query(first)).containsEntry("code_challenge_method", "S256");
        assertThat(query(first).get("code_challenge")).hasSize(43);
    }

    @Test
    void awaitsSoManyAnswersAndNoMore() {
        SmallRoom room = new SmallRoom(bench.pending);
        BeginAuthorization begin =
                new BeginAuthorization(
                        bench.elements, bench.vendor, room, bench.clock, new SecureRandom());
        BeginAuthorization.Request proving =
                new BeginAuthorization.Request(new ElementKey("oauthproof"), ENOUGH);
        BeginAuthorization.Request plain =
                new BeginAuthorization.Request(new ElementKey("oauth"), ENOUGH);

        for (int i = 0; i < SmallRoom.PLACES; i++) {
            assertThat(begin.begin(proving)).isInstanceOf(Outcome.Begun.class);
        }

        assertThat(begin.begin(proving)).isInstanceOf(Outcome.TooMany.class);
        assertThat(room.wanted).containsOnly(10_000);
        assertThat(begin.begin(plain)).isInstanceOf(Outcome.Begun.class);
        bench.clock.pass(Duration.ofMinutes(10));
        assertThat(begin.begin(proving)).isInstanceOf(Outcome.Begun.class);
    }

    /** Awaits fewer answers than it is asked to, so that there are soon too many. */
    private static final class SmallRoom implements PendingAuthorizations {
        static final int PLACES = 5;

        private final PendingAuthorizations room;
        private final Set<Integer> wanted = new HashSet<>();

        SmallRoom(PendingAuthorizations room) {
            this.room = room;
        }

        @Override
        public Optional<Secret> await(Pending pending, Instant now, int most) {
            wanted.add(most);
            return room.await(pending, now, PLACES);
        }

        @Override
        public Optional<Secret> take(Question question, Instant now) {
            return room.take(question, now);
        }
    }

    @Test
    void sendsNobodyToAVendorThatAsksNobody() {
        assertThat(begin("oauthclient", ENOUGH)).isInstanceOf(Outcome.WithoutConsent.class);
        assertThat(begin("oraclesalescloud", ENOUGH)).isInstanceOf(Outcome.WithoutConsent.class);
    }

    @Test
    void findsElementsByNumber() {
        Outcome outcome =
                bench.begin.begin(new BeginAuthorization.Request(new ElementId(3001), ENOUGH));
        Outcome none = bench.begin.begin(new BeginAuthorization.Request(new ElementId(9), ENOUGH));

        assertThat(query(((Outcome.Begun) outcome).address())).containsEntry("state", "oauth");
        assertThatObject(none).isEqualTo(new Outcome.NoSuchElement(new ElementId(9)));
    }

    @Test
    void asksTheVendorNothing() {
        address("oauth", ENOUGH);

        assertThat(bench.vendor.askedForTokens()).isZero();
    }
}
