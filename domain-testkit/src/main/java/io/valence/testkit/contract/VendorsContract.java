package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.resource.Parameter;
import io.valence.domain.secret.Secret;
import io.valence.testkit.sample.SampleElement;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** What every way to the APIs of vendors keeps. */
public interface VendorsContract {
    /** The vendors. */
    Vendors vendors();

    /** One of them. */
    ApiServer server();

    private static Credentials credentials(Parameter... parameters) {
        Element element =
                SampleElement.like(SampleElements.sapAnywhere()).sending(parameters).element();
        return Credentials.of(
                        element,
                        new UnlockedConfiguration(
                                element.schema().resolve(Settings.none()), Secrets.none()),
                        Optional.of(
                                new Tokens(
                                        Secret.of("t0ken/+"),
                                        Optional.empty(),
                                        Instant.EPOCH,
                                        Optional.empty())))
                .orElseThrow();
    }

    private static Credentials inTheHeader() {
        return credentials();
    }

    private static Credentials inTheQuery() {
        return credentials(
                new Parameter(
                        1,
                        Tokens.ACCESS_KEY.value(),
                        Parameter.Source.CONFIGURATION,
                        "access_token",
                        Parameter.Destination.QUERY));
    }

    private VendorAnswer send(
            String method,
            URI base,
            String target,
            Credentials credentials,
            Optional<String> body,
            Header... headers) {
        return vendors()
                .send(
                        new VendorRequest(
                                method,
                                base,
                                target,
                                List.of(headers),
                                credentials,
                                body.map(VendorsContract::content)));
    }

    private VendorAnswer get(String target, Credentials credentials) {
        return send("GET", server().base(), target, credentials, Optional.empty());
    }

    private static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }

    private static VendorAnswer.Answered answered(VendorAnswer answer) {
        assertThat(answer).isInstanceOf(VendorAnswer.Answered.class);
        return (VendorAnswer.Answered) answer;
    }

    /** The status and the body, which is read to its end and closed. */
    private static String read(VendorAnswer answer) {
        VendorAnswer.Answered answered = answered(answer);
        try (var bytes = answered.content().bytes()) {
            String body = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return answered.status() + " " + body;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String path(String below) {
        return server().base().getRawPath() + below;
    }

    private ApiServer.Received last() {
        return server().received().get(server().received().size() - 1);
    }

    @Test
    default void bringsTheVendorsAnswerAsItIs() {
        server().answer(path("/a"), 418, List.of(new Header("X-Tea", "green")), "größer 🔑");

        VendorAnswer answer = get("/a", Credentials.none());

        assertThat(answered(answer).headers())
                .anyMatch(header -> header.is("x-tea") && header.value().equals("green"));
        assertThat(read(answer)).isEqualTo("418 größer 🔑");
    }

    @Test
    default void sendsMethodTargetHeadersAndBodyAsTheyAre() {
        server().answer(path("/a%20b"), 200, List.of(), "{}");

        VendorAnswer answer =
                send(
                        "PATCH",
                        server().base(),
                        "/a%20b?q=1&q=%C3%A4",
                        Credentials.none(),
                        Optional.of("{\"größe\":1}"),
                        new Header("X-Mine", "yes"));

        assertThat(read(answer)).isEqualTo("200 {}");
        assertThat(last().method()).isEqualTo("PATCH");
        assertThat(last().target()).isEqualTo(path("/a%20b?q=1&q=%C3%A4"));
        assertThat(last().header("x-mine")).contains("yes");
        assertThat(last().body()).isEqualTo("{\"größe\":1}");
    }

    @Test
    default void putsCredentialsIntoTheHeader() {
        server().answer(path("/a"), 200, List.of(), "{}");

        read(
                send(
                        "GET",
                        server().base(),
                        "/a",
                        inTheHeader(),
                        Optional.empty(),
                        new Header("authorization", "Bearer somebody-else")));

        assertThat(last().headers())
                .filteredOn(header -> header.is("Authorization"))
                .extracting(Header::value)
                .containsExactly("Bearer t0ken/+");
    }

    @Test
    default void putsCredentialsIntoTheQuery() {
        server().answer(path("/a"), 200, List.of(), "{}");

        read(get("/a?q=1", inTheQuery()));

        assertThat(last().target()).isEqualTo(path("/a?q=1&access_token=t0ken%2F%2B"));
        assertThat(last().header("Authorization")).isEmpty();
    }

    @Test
    default void followsARedirectOfTheVendorWithItsCredentials() {
        redirect("/from", server().base().resolve(path("/to")).toString());
        server().answer(path("/to"), 200, List.of(), "there");

        assertThat(read(get("/from", inTheHeader()))).isEqualTo("200 there");

        assertThat(last().header("Authorization")).contains("Bearer t0ken/+");
    }

    @Test
    default void followsARedirectToAnotherHostWithoutCredentials() {
        redirect("/from", server().elsewhere().resolve(path("/to")).toString());
        server().answer(path("/to"), 200, List.of(), "there");

        assertThat(read(get("/from", inTheHeader()))).isEqualTo("200 there");
        assertThat(last().header("Authorization")).isEmpty();

        assertThat(read(get("/from", inTheQuery()))).isEqualTo("200 there");
        assertThat(last().target()).doesNotContain("t0ken");
    }

    @Test
    default void saysWhetherWhoAnsweredWasGivenTheCredentials() {
        server().answer(path("/to"), 401, List.of(), "who are you?");
        redirect("/near", server().base().resolve(path("/to")).toString());
        redirect("/far", server().elsewhere().resolve(path("/to")).toString());

        assertThat(isAtHome("/to")).isTrue();
        assertThat(isAtHome("/near")).isTrue();
        assertThat(isAtHome("/far")).isFalse();
    }

    private boolean isAtHome(String target) {
        VendorAnswer answer = get(target, inTheHeader());
        assertThat(read(answer)).isEqualTo("401 who are you?");
        return answered(answer).atHome();
    }

    @Test
    default void followsNoRedirectToWhereItMayNotGo() {
        redirect("/from", server().barred().toString());

        VendorAnswer answer = get("/from", Credentials.none());

        assertThat(answer).isInstanceOf(VendorAnswer.Unreachable.class);
        VendorAnswer.Unreachable unreachable = (VendorAnswer.Unreachable) answer;
        assertThat(unreachable.late()).isFalse();
        assertThat(unreachable.sent()).isTrue();
    }

    @Test
    default void followsNoRedirectForEver() {
        redirect("/from", server().base().resolve(path("/from")).toString());

        VendorAnswer answer = get("/from", Credentials.none());

        assertThat(answer).isInstanceOf(VendorAnswer.Unreachable.class);
        assertThat(server().received()).hasSizeLessThan(20);
    }

    private void redirect(String from, String to) {
        server().answer(path(from), 302, List.of(new Header("Location", to)), "");
    }

    @Test
    default void sendsNothingWhereItMayNotGo() {
        VendorAnswer answer = send("GET", server().barred(), "/a", inTheHeader(), Optional.empty());

        assertThat(answer).isInstanceOf(VendorAnswer.Barred.class);
        assertThat(server().received()).isEmpty();
    }

    @Test
    default void saysThatTheConnectionWasLost() {
        server().next(ApiServer.Mishap.CONNECTION_LOST);

        VendorAnswer answer = send("POST", server().base(), "/a", inTheHeader(), Optional.of("{}"));

        assertThat(answer).isInstanceOf(VendorAnswer.Unreachable.class);
        VendorAnswer.Unreachable unreachable = (VendorAnswer.Unreachable) answer;
        assertThat(unreachable.late()).isFalse();
        assertThat(unreachable.sent()).isTrue();
        assertThat(unreachable.reason()).isNotBlank().doesNotContain("t0ken");
    }

    @Test
    default void saysThatTheVendorIsLate() {
        server().next(ApiServer.Mishap.NO_ANSWER);

        VendorAnswer answer = get("/a", inTheQuery());

        assertThat(answer).isInstanceOf(VendorAnswer.Unreachable.class);
        VendorAnswer.Unreachable unreachable = (VendorAnswer.Unreachable) answer;
        assertThat(unreachable.late()).isTrue();
        assertThat(unreachable.sent()).isTrue();
        assertThat(unreachable.reason()).isNotBlank().doesNotContain("t0ken");
    }

    @Test
    default void saysThatTheCallersBodyBrokeOff() {
        for (Exception cause : List.of(new TimeoutException(), new IllegalStateException())) {
            InputStream breaking =
                    new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException(cause);
                        }

                        @Override
                        public int read(byte[] buffer, int offset, int most) throws IOException {
                            throw new IOException(cause);
                        }
                    };
            for (OptionalLong length : List.of(OptionalLong.of(2), OptionalLong.empty())) {
                assertThat(sendBody(new Content(breaking, length)))
                        .isEqualTo(
                                new VendorAnswer.BodyBrokeOff(cause instanceof TimeoutException));
            }
        }

        assertThat(sendBody(new Content(InputStream.nullInputStream(), OptionalLong.of(2))))
                .isEqualTo(new VendorAnswer.BodyBrokeOff(false));
        assertThat(server().received()).isEmpty();
    }

    private VendorAnswer sendBody(Content content) {
        return vendors()
                .send(
                        new VendorRequest(
                                "POST",
                                server().base(),
                                "/a",
                                List.of(),
                                inTheHeader(),
                                Optional.of(content)));
    }
}
