package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.Trace;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.sample.SampleTraces;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class TracesTest {
    private static final String OWN = "GET:/elements/api-v2/hubs/crm/accounts";

    @AutoClose private final ServedApi api = ServedApi.start();

    private final ApiAnswer created = api.provisioned("Sales");
    private final String one = "/instances/" + created.at("/id");

    private Trace kept(Instant at) {
        InstanceId instance = new InstanceId(created.at("/id").asLong());
        Trace trace = SampleTraces.of(instance, at);
        api.traces().add(trace);
        return trace;
    }

    private ApiAnswer byToken(String path) {
        return api.anybody("GET", V2 + "/instances" + path)
                .as(api.ada() + ", Element " + created.text("/token"))
                .send();
    }

    @Test
    void listsTheLatestFirst() {
        Trace first = kept(Instant.parse("2026-03-04T05:06:07.5Z"));
        Trace second = kept(Instant.parse("2026-03-04T05:06:09Z"));

        var list = api.ada("GET", one + "/traces").send();

        assertThat(list.json().findValuesAsString("id"))
                .containsExactly(second.id().value(), first.id().value());
        assertThat(list.text("/1/at")).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(list.text("/0/title")).isEqualTo(OWN);
        assertThat(list.at("/0/status").asInt()).isEqualTo(502);
        assertThat(list.at("/0/milliseconds").asInt()).isEqualTo(1234);
        assertThat(list.header("Elements-Total-Count")).contains("2");
        assertThat(byToken("/traces").json()).isEqualTo(list.json());
    }

    @Test
    void showsBothSides() {
        Trace trace = kept(Instant.EPOCH);

        var shown = api.ada("GET", one + "/traces/" + trace.id()).send();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(shown.at("/instanceId")).isEqualTo(created.at("/id"));
        assertThat(shown.text("/call/request/url")).endsWith("?where=name%3D'ä'");
        assertThat(shown.text("/call/request/body")).isEqualTo("{\"name\": \"Zoë 🔑\"}");
        assertThat(shown.text("/call/request/headers/0/name")).isEqualTo("Accept");
        assertThat(shown.at("/call/response/cut").asBoolean()).isTrue();
        assertThat(shown.at("/vendor/0/response/status").asInt()).isEqualTo(200);
        assertThat(shown.at("/vendor/1/response").isNull()).isTrue();
        assertThat(shown.text("/vendor/1/failure")).isEqualTo("it did not answer");
        assertThat(byToken("/traces/" + trace.id()).json()).isEqualTo(shown.json());
    }

    @Test
    void showsEachRequestByItsMethodAndPathBelowTheElement() {
        Trace trace = kept(Instant.EPOCH);

        var byKey = api.ada("GET", "/elements/oraclesalescloud/trace/" + trace.id()).send();
        var byNumber = api.ada("GET", "/elements/1948/trace/" + trace.id()).send();

        assertThat(byKey.json().propertyNames())
                .containsExactly(OWN, "GET:/accounts", "GET:/accounts (2)");
        assertThat(byKey.json().path(OWN).path("response").path("status").asInt()).isEqualTo(502);
        assertThat(byNumber.json()).isEqualTo(byKey.json());
    }

    @Test
    void showsNothingToOthersAndNothingThatIsNotThere() {
        Trace trace = kept(Instant.EPOCH);
        String other = "/instances/" + api.provisioned("Other").at("/id");
        String ofElement = "/elements/oraclesalescloud/trace/";
        List<String> paths =
                List.of(
                        one + "/traces/" + "0".repeat(24),
                        one + "/traces/x",
                        other + "/traces/" + trace.id(),
                        ofElement + "0".repeat(24),
                        ofElement + "x",
                        "/elements/sapanywhere/trace/" + trace.id(),
                        "/elements/nosuchelement/trace/" + trace.id());

        assertThat(paths)
                .allSatisfy(
                        path -> {
                            var answer = api.ada("GET", path).send();
                            assertThat(answer.status()).isEqualTo(404);
                            assertThat(answer.message()).matches("No trace '.*' found");
                        });
        assertThat(List.of(one + "/traces", one + "/traces/" + trace.id(), ofElement + trace.id()))
                .allSatisfy(
                        path -> {
                            var strange = api.anybody("GET", V2 + path).as(api.zoe()).send();
                            assertThat(strange.status()).isEqualTo(404);
                            assertThat(api.anybody("GET", V2 + path).send().status())
                                    .isEqualTo(401);
                        });
        assertThat(api.ada("GET", "/instances/traces").send().status()).isEqualTo(401);
        assertThat(api.ada("GET", other + "/traces").send().json()).isEmpty();
    }
}
