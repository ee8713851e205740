package io.valence.application.resource;

import static io.valence.application.resource.Shop.answered;
import static io.valence.application.resource.Shop.failure;
import static io.valence.application.resource.Shop.json;
import static io.valence.application.resource.Shop.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.call.Setback;
import io.valence.application.instance.InstanceReference;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Content;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** What becomes of vendors' answers, and of callers' bodies. */
class AnswersTest {
    private final Shop shop =
            new Shop(
                    Shelf.paged("/things", PagingStyle.OFFSET).under("items"),
                    Shelf.paged("/bare", PagingStyle.OFFSET),
                    Shelf.of("GET", "/things/{id}").knownBy("ThingNumber"),
                    Shelf.of("GET", "/wrapped").under("data.thing"),
                    Shelf.of("GET", "/files/{id}").answering(Manner.Answered.FILE),
                    Shelf.of("POST", "/things").withBody(true).answering(Manner.Answered.BARE_ID),
                    Shelf.of("PATCH", "/things/{id}").withBody(false),
                    Shelf.of("POST", "/orders")
                            .with(
                                    Source.BODY_FIELD,
                                    "customer.name",
                                    Destination.BODY_FIELD,
                                    "buyer.fullName",
                                    true)
                            .with(
                                    Source.BODY_FIELD,
                                    "lines",
                                    Destination.BODY_FIELD,
                                    "items",
                                    false)
                            .with(Source.VALUE, "web", Destination.BODY_FIELD, "origin", false)
                            .with(Source.QUERY, "note", Destination.BODY_FIELD, "remark", false),
                    Shelf.of("DELETE", "/things/{id}"),
                    Shelf.of("POST", "/files")
                            .with(Source.MULTIPART, "file", Destination.MULTIPART, "file", true));

    private void answer(String path, int status, String body) {
        shop.vendor().answer("/v1/" + path, Reply.json(status, body));
    }

    private String thing(String body) {
        answer("things/1", 200, body);
        return json(shop.get("things/1"));
    }

    @Nested
    class OfOneRecord {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"ThingNumber\":7}|{\"id\":7,\"ThingNumber\":7}",
                    "{\"ThingNumber\":7,\"id\":\"own\"}|{\"ThingNumber\":7,\"id\":\"own\"}",
                    "{\"a\":1}|{\"a\":1}",
                    "{\"a\":null,\"b\":[null,{\"c\":null}]}|{\"b\":[null,{}]}",
                    "[]|[]",
                    "5|5",
                    "null|null",
                    "''|{}",
                    "'  '|{}"
                })
        void answersWithIt(String body, String shape) {
            assertThat(thing(body)).isEqualTo(shape);
        }

        @Test
        void answersWithAnEmptyObjectIfThereIsNoBody() {
            answer("things/1", 204, "");

            assertThat(json(shop.call(shop.instance, "DELETE", "things/1"))).isEqualTo("{}");
        }

        @Test
        void unwrapsIt() {
            answer("wrapped", 200, "{\"data\":{\"thing\":{\"a\":1}}}");

            assertThat(json(shop.get("wrapped"))).isEqualTo("{\"a\":1}");
        }

        @ParameterizedTest
        @CsvSource({"17,{\"id\":17}", "\"x-1\",{\"id\":\"x-1\"}", "{\"id\":5},{\"id\":5}"})
        void makesARecordOfABareId(String body, String shape) {
            answer("things", 201, body);

            assertThat(json(shop.send("POST", "things", "application/json", "{}")))
                    .isEqualTo(shape);
        }

        @Test
        void keepsNullsForAnInstanceThatWantsThemFromTheNextCallOn() {
            assertThat(thing("{\"a\":null}")).isEqualTo("{}");

            shop.bench.revise(
                    shop.instance,
                    Bench.draft(
                            "Shop",
                            List.of(),
                            Supplied.of(Map.of("filter.response.nulls", "false"))));

            assertThat(thing("{\"a\":null}")).isEqualTo("{\"a\":null}");
        }

        @Test
        void picksFieldsOfIt() {
            answer("things/1", 200, "{\"ThingNumber\":7,\"a\":1,\"b\":2}");

            assertThat(json(shop.get("things/1", "fields=b,id"))).isEqualTo("{\"b\":2,\"id\":7}");
        }
    }

    @Nested
    class OfAList {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "{}", "{\"items\":null}", "{\"items\":[]}", "null"})
        void isEmptyIfThereIsNothing(String body) {
            answer("things", 200, body);

            Outcome page = shop.get("things");

            assertThat(json(page)).isEqualTo("[]");
            assertThat(answered(page).returned()).hasValue(0);
            assertThat(answered(page).nextPage()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"items\":{}}", "{\"items\":5}", "[{\"n\":1}]", "7", "\"x\""})
        void failsIfThereIsNoListWhereItShouldBe(String body) {
            answer("things", 200, body);

            assertThat(failure(shop.get("things")))
                    .isEqualTo("of this list, its answer is no list where the element says it is");
        }

        @Test
        void hasNoNullsButThoseThatStandInArrays() {
            answer(
                    "things",
                    200,
                    "{\"items\":[{\"n\":1,\"a\":null,\"b\":{\"c\":null,\"d\":[null]}},null]}");

            Outcome all = shop.get("things");
            Outcome some = shop.get("things", "fields=a,b.c,b.d");

            assertThat(json(all)).isEqualTo("[{\"n\":1,\"b\":{\"d\":[null]}},null]");
            assertThat(answered(all).returned()).hasValue(2);
            assertThat(json(some)).isEqualTo("[{\"b\":{\"d\":[null]}},null]");
        }

        @Test
        void standsAtTheTopIfTheElementSaysSo() {
            answer("bare", 200, "[{\"n\":1},{\"n\":2}]");

            assertThat(Shop.numbers(shop.get("bare"))).containsExactly(1, 2);
        }
    }

    @Nested
    class ThatCannotBeUsed {
        @ParameterizedTest
        @ValueSource(
                strings = {"<html>secret</html>", "{", "{\"a\":1}}", "{'a':1}", "nul", "\u0000"})
        void failIfTheyAreNoJson(String body) {
            for (String path : List.of("things", "things/1")) {
                answer(path, 200, body);

                assertThat(failure(shop.get(path)))
                        .startsWith("its answer is not the JSON it should be: ")
                        .doesNotContain("secret");
            }
        }

        @Test
        void failIfTheyAreTooLong() {
            String body = "{\"items\":[\"" + "x".repeat(16 << 20) + "\"]}";
            answer("things", 200, body);
            answer("things/1", 200, body);

            assertThat(failure(shop.get("things")))
                    .isEqualTo("its answer has more than 16777216 bytes");
            assertThat(failure(shop.get("things/1")))
                    .isEqualTo("its answer has more than 16777216 bytes");
        }

        @Test
        void failIfTheyBreakOff() {
            shop.vendor().answerNext(broken(new IOException("gone")));
            assertThat(failure(shop.get("things"))).isEqualTo("its answer broke off");

            shop.vendor().answerNext(broken(new IOException(new TimeoutException())));
            assertThat(failure(shop.get("things/1"))).isEqualTo("its answer came too slowly");
        }

        private static VendorAnswer broken(IOException why) {
            return new VendorAnswer.Answered(
                    200, List.of(), new Content(new Broken(why), OptionalLong.empty()), true);
        }

        @ParameterizedTest
        @ValueSource(
                ints = {
                    300, 302, 304, 307, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504, 599
                })
        void areRefusalsInTheVendorsWordsWithoutSecrets(int status) {
            for (String path : List.of("things", "things/1", "files/1")) {
                answer(path, status, "{\"message\":\"not with pa55, ada\"}");

                assertThat(shop.get(path))
                        .isInstanceOfSatisfying(
                                Outcome.VendorRefused.class,
                                refused -> {
                                    assertThat(refused.status()).isEqualTo(status);
                                    assertThat(refused.said())
                                            .contains("not with")
                                            .doesNotContain("pa55");
                                });
            }
        }
    }

    @Nested
    class OfAFile {
        @Test
        void passesItThroughAsItIs() throws IOException {
            answer("files/1", 200, "\u0001\u0002 not JSON");

            Outcome outcome = shop.get("files/1");

            assertThat(outcome).isInstanceOf(Outcome.File.class);
            try (InputStream bytes = ((Outcome.File) outcome).answer().content().bytes()) {
                assertThat(bytes.readAllBytes()).asString().isEqualTo("\u0001\u0002 not JSON");
            }
            assertThat(shop.sent().getLast().header("Accept")).contains("*/*");
        }
    }

    @Nested
    class ToABody {
        private String received() {
            return shop.sent().getLast().body();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "application/json",
                    "APPLICATION/JSON; charset=utf-8",
                    "application/merge-patch+json",
                    ""
                })
        void thatIsJsonGoesOn(String type) {
            answer("things", 201, "1");

            json(shop.send("POST", "things", type, "{\"a\": [1.50, null, \"é\"]}"));

            assertThat(received()).isEqualTo("{\"a\":[1.50,null,\"é\"]}");
            assertThat(shop.sent().getLast().header("Content-Type")).contains("application/json");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/jsonx",
                    "multipart/form-data",
                    "json",
                    ";"
                })
        void ofAnotherTypeSaysWhichOneIsWanted(String type) {
            assertThat(shop.send("POST", "things", type, "{}"))
                    .isEqualTo(new Outcome.WrongContent(shop.instance.id(), "application/json"));
            assertThat(shop.sent()).isEmpty();
        }

        @Test
        void thatIsNoJsonSaysWhereAndDoesNotQuoteIt() {
            assertThat(
                            problems(
                                    shop.send(
                                            "POST",
                                            "things",
                                            "application/json",
                                            "{\"a\":\n s3cret}")))
                    .singleElement()
                    .asString()
                    .startsWith("The body cannot be read as JSON: ")
                    .contains("character 8")
                    .doesNotContain("s3cret");
            assertThat(shop.sent()).isEmpty();
        }

        @Test
        void thatIsTooLargeSaysHowMuchThereMayBe() {
            assertThat(
                            shop.send(
                                    "POST",
                                    "things",
                                    "application/json",
                                    "\"" + "x".repeat(4 << 20) + "\""))
                    .isEqualTo(new Outcome.TooLong(shop.instance.id(), 4 << 20));
            assertThat(shop.sent()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "null"})
        void thatIsEmptySaysSoOnlyIfThereMustBeOne(String body) {
            answer("things/1", 200, "{}");

            assertThat(problems(shop.send("POST", "things", "application/json", body)))
                    .containsExactly("The body is missing. Send a JSON object");
            assertThat(json(shop.send("PATCH", "things/1", "application/json", body)))
                    .isEqualTo("{}");
            assertThat(shop.sent()).hasSize(1);
            assertThat(received()).isEmpty();
        }

        @Test
        void thatIsNotThereSaysSo() {
            assertThat(problems(shop.call(shop.instance, "POST", "things"))).hasSize(1);
        }

        @Test
        void thatBreaksOffSaysSo() {
            InputStream broken = new Broken(new IOException("gone"));

            assertThat(
                            shop.call(
                                    shop.instance,
                                    "POST",
                                    "things",
                                    Map.of(),
                                    List.of(),
                                    Optional.of(new Content(broken, OptionalLong.of(5)))))
                    .isEqualTo(
                            new Outcome.NotCarriedOut(
                                    new Setback.BodyBrokeOff(shop.instance.id(), false)));
        }

        @Test
        void ofSeveralPartsPassesThroughAsItIs() {
            String parts =
                    "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--x--\r\n";
            answer("files", 201, "{\"id\":1}");

            json(shop.send("POST", "files", "Multipart/Form-Data; boundary=x", parts));

            assertThat(received()).isEqualTo(parts);
            assertThat(shop.sent().getLast().header("Content-Type"))
                    .contains("Multipart/Form-Data; boundary=x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "application/json", "multipart/mixed"})
        void thatShouldHaveSeveralPartsAndHasNotSaysSo(String type) {
            assertThat(shop.send("POST", "files", type, "{}"))
                    .isEqualTo(new Outcome.WrongContent(shop.instance.id(), "multipart/form-data"));
        }
    }

    @Nested
    class ThroughAnInstance {
        @Test
        void thatIsDisabledAreNotAskedFor() {
            shop.bench.turn.turn(
                    shop.bench.ada, new InstanceReference.ById(shop.instance.id()), false);

            assertThat(shop.get("things"))
                    .isEqualTo(new Outcome.NotCarriedOut(new Setback.Disabled(shop.instance.id())));
            assertThat(shop.sent()).isEmpty();
        }
    }

    /** Bytes that do not come. */
    private static final class Broken extends InputStream {
        private final IOException why;

        Broken(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw why;
        }
    }

    @Test
    void putsMembersWhereTheVendorWantsThem() {
        answer("orders", 200, "{}");

        shop.call(
                shop.instance,
                "POST",
                "orders",
                Map.of("note", "soon"),
                List.of(),
                Optional.of(
                        Shop.content("{\"customer\":{\"name\":\"Ada\"},\"lines\":[1],\"x\":2}")));

        assertThat(shop.sent().getLast().body())
                .isEqualTo(
                        "{\"buyer\":{\"fullName\":\"Ada\"},\"items\":[1],\"origin\":\"web\","
                                + "\"remark\":\"soon\"}");
    }

    @Test
    void namesEveryMemberThatIsRequired() {
        assertThat(problems(shop.send("POST", "orders", "application/json", "{\"lines\":[]}")))
                .containsExactly("The body lacks customer.name");
        assertThat(problems(shop.call(shop.instance, "POST", "orders")))
                .containsExactly("The body lacks customer.name");
        assertThat(shop.sent()).isEmpty();
    }
}
