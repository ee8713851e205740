package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.VendorAnswer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class InstanceHealthTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    @Test
    void showsTheHealthOfAnInstance() {
        var created = api.shop();
        var one = "/instances/" + created.at("/id") + "/health";

        var health = api.ada("GET", one).send();
        var byToken =
                api.anybody("GET", V2 + "/instances/health")
                        .as(api.ada() + ", Element " + created.text("/token"))
                        .send();

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.at("/valid").asBoolean()).isTrue();
        assertThat(health.at("/generation").asInt()).isEqualTo(1);
        assertThat(health.text("/attempts/0/cause")).isEqualTo("provisioned");
        assertThat(health.text("/attempts/0/result")).isEqualTo("renewed");
        assertThat(health.text("/tokenExpires")).isNotEmpty();
        assertThat(byToken.text()).isEqualTo(health.text());
        assertThat(api.anybody("GET", V2 + one).as(api.zoe()).send().status()).isEqualTo(404);
        assertThat(api.anybody("GET", V2 + one).send().status()).isEqualTo(401);
    }

    @Test
    void showsWhyAnInstanceIsNotValid() {
        api.authorization().lifetime(Duration.ZERO);
        var one = "/instances/" + api.shop().at("/id");
        api.authorization().forgetEverything();
        assertThat(api.ada("GET", one + "/proxy/x").send().status()).isEqualTo(401);

        var health = api.ada("GET", one + "/health").send();

        assertThat(health.at("/valid").asBoolean()).isFalse();
        assertThat(health.text("/reason")).contains("invalid_grant");
        assertThat(health.text("/attempts/0/result")).isEqualTo("refused");
        assertThat(health.text("/attempts/0/providerMessage")).contains("not good");
    }

    @Test
    void knowsNoTokensWhereThereAreNone() {
        var health =
                api.ada("GET", "/instances/" + api.provisioned("x").at("/id") + "/health").send();

        assertThat(health.json().propertyNames()).containsExactly("id", "valid", "disabled");
    }

    private ApiAnswer tried(String scope) {
        return api.ada("POST", "/elements/oraclesalescloud/configuration/validate")
                .query("scope", scope)
                .json(ServedApi.oracle("x"))
                .send();
    }

    @Test
    void triesAConfigurationStepByStep() {
        api.vendors().answer("", InMemoryVendors.Reply.json(404, "{}"));

        assertThat(tried("configuration").at("/steps").size()).isEqualTo(1);
        assertThat(api.vendors().sent()).isEmpty();
        assertThat(tried("connectivity").at("/steps").findValuesAsString("name"))
                .containsExactly("configuration", "connectivity");
        assertThat(tried("authentication").at("/steps").findValuesAsString("result"))
                .hasSize(3)
                .startsWith("passed", "passed");
        assertThat(tried("everything").status()).isEqualTo(400);
    }

    @Test
    void triesInVainWhatTheVendorDoesNotAnswer() {
        api.vendors().answerNext(new VendorAnswer.Unreachable("it is asleep", false, false));

        var answer = tried("connectivity");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/valid").asBoolean()).isFalse();
        assertThat(answer.text("/steps/1/result")).isEqualTo("failed");
        assertThat(answer.text("/steps/1/message")).contains("it is asleep");
        assertThat(answer.at("/steps/1/milliseconds").isIntegralNumber()).isTrue();
    }
}
