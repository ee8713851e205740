package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CallersTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private ApiAnswer as(String authorization) {
        return api.anybody("GET", V2 + "/instances").as(authorization).send();
    }

    @Test
    void readsPairsInAnyOrderCaseAndSpacing() {
        var user = api.userSecret();
        var organization = api.organizationSecret();

        assertThat(as("User " + user + ", Organization " + organization).status()).isEqualTo(200);
        assertThat(as("Organization " + organization + ",User " + user).status()).isEqualTo(200);
        assertThat(as("user   " + user + " ,  ORGANIZATION " + organization).status())
                .isEqualTo(200);
        assertThat(as("Element x, User " + user + ", Organization " + organization).status())
                .isEqualTo(200);
    }

    @Test
    void readsPairsFromSeveralHeaders() {
        assertThat(
                        api.anybody("GET", V2 + "/instances")
                                .as("User " + api.userSecret())
                                .as("Organization " + api.organizationSecret())
                                .send()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsMissing() {
        var nothing = api.anybody("GET", V2 + "/instances").send();

        assertThat(nothing.status()).isEqualTo(401);
        assertThat(nothing.message()).contains("Authorization").contains("User <secret>");
        assertThat(as("User " + api.userSecret()).message()).contains("Organization secret");
        assertThat(as("Organization x").message()).contains("User secret");
        assertThat(as("Element x").status()).isEqualTo(401);
    }

    @Test
    void saysBySchemeWhoShouldSpeak() {
        var user = api.anybody("GET", V2 + "/instances").send();
        var token = api.anybody("PUT", V2 + "/instances").as(api.ada() + ", Element nobody").send();
        var operator = api.anybody("GET", "/elements/admin/organizations").send();
        var known = as(api.ada());

        assertThat(user.header("WWW-Authenticate")).contains("User realm=\"Valence\"");
        assertThat(token.header("WWW-Authenticate")).contains("User realm=\"Valence\"");
        assertThat(operator.header("WWW-Authenticate")).contains("Operator realm=\"Valence\"");
        assertThat(known.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void refusesWhatItCannotReadWithoutRepeatingIt() {
        var good = api.ada();
        for (String broken :
                new String[] {
                    "Bearer s3cr3t",
                    "Basic czNjcjN0",
                    "s3cr3t",
                    "User",
                    "User ,Organization s3cr3t",
                    good + ",",
                    "," + good,
                    good + ", Foo s3cr3t",
                    good + ", User s3cr3t",
                    good + ", Organization s3cr3t",
                    "User s3cr3t s3cr3t, Organization x"
                }) {
            var answer = as(broken);

            assertThat(answer.status()).as(broken).isEqualTo(401);
            assertThat(answer.text()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void refusesSecretsThatAreNotKnownOrDoNotBelongTogether() {
        for (String stranger :
                new String[] {
                    "User nobody, Organization " + api.organizationSecret(),
                    "User " + api.userSecret() + ", Organization nothing",
                    "User " + api.userSecret() + ", Organization " + api.othersOrganizationSecret(),
                    "User " + api.organizationSecret() + ", Organization " + api.userSecret(),
                    "User " + api.userSecret() + "=, Organization " + api.organizationSecret()
                }) {
            assertThat(as(stranger).status()).as(stranger).isEqualTo(401);
        }
    }

    @Test
    void needsTheCallerForEveryCallAboutInstances() {
        for (String call :
                new String[] {
                    "GET /instances",
                    "POST /instances",
                    "PUT /instances",
                    "PATCH /instances",
                    "DELETE /instances",
                    "GET /instances/1",
                    "PUT /instances/1",
                    "POST /instances/1",
                    "PATCH /instances/1",
                    "DELETE /instances/1",
                    "PUT /instances/1/enabled",
                    "DELETE /instances/1/enabled",
                    "PUT /instances/enabled",
                    "DELETE /instances/enabled",
                    "GET /instances/1/configuration",
                    "GET /instances/1/configuration/1",
                    "PATCH /instances/1/configuration/1",
                    "GET /instances/configuration",
                    "GET /instances/configuration/1",
                    "PATCH /instances/configuration/1",
                    "GET /elements/1948/instances",
                    "POST /elements/1948/instances",
                    "GET /elements/1948/instances/1",
                    "PUT /elements/1948/instances/1",
                    "POST /elements/1948/instances/1",
                    "PATCH /elements/1948/instances/1",
                    "DELETE /elements/1948/instances/1",
                    "POST /elements/1948/configuration/validate"
                }) {
            var method = call.substring(0, call.indexOf(' '));
            var path = V2 + call.substring(call.indexOf(' ') + 1);

            assertThat(api.anybody(method, path).send().status()).as(call).isEqualTo(401);
            assertThat(
                            api.anybody(method, path)
                                    .as("Operator " + ServedApi.OPERATOR)
                                    .send()
                                    .status())
                    .as(call)
                    .isEqualTo(401);
        }
    }

    @Test
    void readsTheCallerBeforeTheBody() {
        assertThat(api.anybody("POST", V2 + "/instances").json("{").send().status()).isEqualTo(401);
    }

    @Test
    void needsATokenThatIsKnownWhereThePathNamesNoInstance() {
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            assertThat(api.ada(method, "/instances").send().message()).contains("Element token");
            assertThat(
                            api.anybody(method, V2 + "/instances")
                                    .as(api.ada() + ", Element nobody")
                                    .send()
                                    .status())
                    .isEqualTo(401);
        }
    }
}
