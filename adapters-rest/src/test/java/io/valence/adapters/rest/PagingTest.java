package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

class PagingTest {
    private static final String TOKEN = "Elements-Next-Page-Token";

    @AutoClose private final ServedApi api = ServedApi.start();

    @Test
    void goesThroughAllInstancesPageByPage() {
        provision("a", "b", "c", "d", "e");

        var first = instances().query("pageSize", "2").send();
        var second = instances().query("nextPage", first.header(TOKEN).orElseThrow()).send();
        var third =
                instances()
                        .query("nextPage", second.header(TOKEN).orElseThrow())
                        .query("pageSize", "2")
                        .send();

        assertThat(names(first)).containsExactly("a", "b");
        assertThat(names(second)).containsExactly("c", "d");
        assertThat(names(third)).containsExactly("e");
        assertThat(third.header(TOKEN)).isEmpty();
        assertThat(third.header("Elements-Returned-Count")).contains("1");
    }

    @Test
    void numbersPagesFromOneAndTakesZeroAsOne() {
        provision("a", "b", "c", "d", "e");

        assertThat(names(page("0", "2"))).containsExactly("a", "b");
        assertThat(names(page("1", "2"))).containsExactly("a", "b");
        assertThat(names(page("2", "2"))).containsExactly("c", "d");
        assertThat(names(page("3", "2"))).containsExactly("e");
        assertThat(names(page("1", "4"))).containsExactly("a", "b", "c", "d");
        assertThat(names(page("9", "2"))).isEmpty();
    }

    @Test
    void endsWithoutATokenWhenThePageIsExactlyFull() {
        provision("a", "b");

        assertThat(instances().query("pageSize", "2").send().header(TOKEN)).isEmpty();
    }

    @Test
    void saysHowManyThereAreWhereItKnows() {
        provision("a", "b");

        assertThat(instances().send().header("Elements-Total-Count")).contains("2");
        assertThat(instances().query("pageSize", "1").send().header("Elements-Total-Count"))
                .isEmpty();
        assertThat(elements().query("pageSize", "1").send().header("Elements-Total-Count"))
                .contains("2");
    }

    @Test
    void goesOnBehindAnInstanceThatIsGone() {
        provision("a", "b", "c");
        var first = instances().query("pageSize", "2").send();
        api.ada("DELETE", "/instances/" + first.at("/1/id").asInt()).send();

        var second = instances().query("nextPage", first.header(TOKEN).orElseThrow()).send();

        assertThat(names(second)).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void beginsWithTheFirstPageForAnEmptyToken(String token) {
        provision("a");

        assertThat(names(instances().query("nextPage", token).send())).containsExactly("a");
    }

    @Test
    void goesThroughElementsAndTheElementsOfAHub() {
        var first = elements().query("pageSize", "1").send();
        var second = elements().query("nextPage", first.header(TOKEN).orElseThrow()).send();

        assertThat(first.text("/0/key")).isEqualTo("oraclesalescloud");
        assertThat(second.text("/0/key")).isEqualTo("sapanywhere");
        assertThat(second.header(TOKEN)).isEmpty();
        var hub = api.anybody("GET", V2 + "/hubs/crm/elements");
        assertThat(hub.query("pageSize", "1").send().json().size()).isEqualTo(1);
        assertThat(hub.query("page", "2").query("pageSize", "1").send().json().size()).isZero();
        assertThat(hub.query("pageSize", "0").send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "%%%",
                "bm90IGpzb24",
                "W10",
                "e30",
                "eyJwYWdlU2l6ZSI6MiwicGFnZSI6Mn0",
                "eyJwYWdlU2l6ZSI6MCwiYWZ0ZXIiOiIxIn0",
                "eyJwYWdlU2l6ZSI6MSwiYWZ0ZXIiOiIifQ",
                "eyJwYWdlU2l6ZSI6MSwiYWZ0ZXIiOiItMSJ9"
            })
    void refusesATokenThatItDidNotMake(String token) {
        var answer = instances().query("nextPage", token).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("nextPage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pageSize\":1e999999999,\"after\":\"1\"}",
                "{\"pageSize\":99999999999999999999,\"after\":\"1\"}",
                "{\"pageSize\":\"2\",\"after\":\"1\"}",
                "{\"pageSize\":2,\"after\":{}}"
            })
    void refusesATokenWithOddNumbers(String content) {
        var token =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(content.getBytes(StandardCharsets.UTF_8));

        assertThat(instances().query("nextPage", token).send().status()).isEqualTo(400);
    }

    @Test
    void refusesATokenOfAnotherList() {
        provision("a", "b");
        var ofInstances = instances().query("pageSize", "1").send().header(TOKEN).orElseThrow();
        var ofElements = elements().query("pageSize", "1").send().header(TOKEN).orElseThrow();

        assertThat(elements().query("nextPage", ofInstances).send().status()).isEqualTo(400);
        assertThat(instances().query("nextPage", ofElements).send().status()).isEqualTo(400);
    }

    @Test
    void refusesATokenOfEndlessLength() {
        assertThat(instances().query("nextPage", "A".repeat(4000)).send().status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "1e3", "+1", "0x10", "١"})
    void refusesAPageSizeThatIsNone(String size) {
        var answer = instances().query("pageSize", size).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("pageSize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"201", "5000", "2147483647"})
    void takesAHugePageSizeAsTheMost(String size) {
        provision("a");

        assertThat(names(instances().query("pageSize", size).send())).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "100000000", "99999999999999999999"})
    void refusesAPageNumberThatIsNoneOrGoesTooFar(String number) {
        var answer = instances().query("page", number).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("page");
    }

    @Test
    void filtersByEveryTag() {
        api.ada("POST", "/instances")
                .json(
                        ServedApi.oracle("x")
                                .replace("\"name\"", "\"tags\": [\"p\", \"q\"], \"name\""))
                .send();
        provision("y");

        assertThat(names(instances().query("tags[]", "p").send())).containsExactly("x");
        assertThat(names(instances().query("tags[]", "p").query("tags[]", "q").send()))
                .containsExactly("x");
        assertThat(names(instances().query("tags[]", "p").query("tags[]", "y").send())).isEmpty();
        assertThat(names(instances().query("tags[]", "y").send())).containsExactly("y");
        assertThat(names(instances().query("tags[]", "").send())).containsExactly("x", "y");
    }

    @Test
    void filtersByValidityAndLeavesOutConfigurations() {
        provision("a");

        assertThat(names(instances().query("valid", "true").send())).containsExactly("a");
        assertThat(names(instances().query("valid", "false").send())).isEmpty();
        assertThat(instances().query("valid", "maybe").send().status()).isEqualTo(400);
        var bare = instances().query("hydrate", "false").send();
        assertThat(bare.at("/0/configuration").isMissingNode()).isTrue();
        assertThat(bare.at("/0/element/key").asString()).isEqualTo("oraclesalescloud");
        assertThat(instances().send().at("/0/configuration").isObject()).isTrue();
    }

    @Test
    void listsTheInstancesOfOneElement() {
        provision("a");

        assertThat(names(api.ada("GET", "/elements/1948/instances").send())).containsExactly("a");
        assertThat(names(api.ada("GET", "/elements/sapanywhere/instances").send())).isEmpty();
        assertThat(api.ada("GET", "/elements/nosuch/instances").send().status()).isEqualTo(404);
    }

    private void provision(String... names) {
        for (String name : names) {
            assertThat(api.provisioned(name).status()).isEqualTo(200);
        }
    }

    private ApiRequest instances() {
        return api.ada("GET", "/instances");
    }

    private ApiRequest elements() {
        return api.anybody("GET", V2 + "/elements");
    }

    private ApiAnswer page(String number, String size) {
        return instances().query("page", number).query("pageSize", size).send();
    }

    private static List<String> names(ApiAnswer answer) {
        List<String> names = new ArrayList<>();
        answer.json().forEach(each -> names.add(each.path("name").asString()));
        return names;
    }
}
