package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationTest {
    private static final String FOUNDING =
            """
            {"name": "Babbage & Co", "user": {"email": "charles@example.com", "firstName": "Charles", "lastName": null}}
            """;

    @AutoClose private final ServedApi api = ServedApi.start();

    @Test
    void foundsAnOrganizationWhoseUserCanCallAtOnce() {
        var founded = api.operator("POST", "/organizations").json(FOUNDING).send();

        assertThat(founded.status()).isEqualTo(200);
        assertThat(founded.header("Cache-Control")).contains("no-store");
        assertThat(founded.text("/name")).isEqualTo("Babbage & Co");
        assertThat(founded.text("/user/lastName")).isEmpty();
        assertThat(instances(founded.text("/user/secret"), founded.text("/secret"))).isEqualTo(200);
    }

    @Test
    void showsOrganizationsAndUsersWithoutSecrets() {
        var founded = api.operator("POST", "/organizations").json(FOUNDING).send();
        var one = "/organizations/" + founded.at("/id");

        var all = api.operator("GET", "/organizations").send();
        var users = api.operator("GET", one + "/users").send();

        assertThat(all.json().size()).isEqualTo(3);
        assertThat(all.header("Elements-Total-Count")).contains("3");
        assertThat(api.operator("GET", one).send().json()).isEqualTo(all.at("/2"));
        assertThat(users.text("/0/email")).isEqualTo("charles@example.com");
        assertThat(users.header("Elements-Returned-Count")).contains("1");
        assertThat(all.text() + users.text())
                .doesNotContain("secret", founded.text("/secret"), founded.text("/user/secret"));
    }

    @Test
    void registersAUserWhoseEmailIsFree() {
        var users = api.operator("POST", "/organizations/1/users");

        var added = users.json("{\"email\": \"grace@example.com\"}").send();
        var again = users.json("{\"email\": \"GRACE@example.com\"}").send();

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.header("Cache-Control")).contains("no-store");
        assertThat(instances(added.text("/secret"), api.organizationSecret())).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).doesNotContain("GRACE");
    }

    @Test
    void replacesSecretsSoThatTheOldOnesAreVoid() {
        var user = api.operator("POST", "/users/1/secret").send();
        var organization = api.operator("POST", "/organizations/1/secret").json("{}").send();

        assertThat(user.json().propertyNames()).containsExactly("id", "secret");
        assertThat(organization.json().propertyNames()).containsExactly("id", "secret");
        assertThat(user.header("Cache-Control")).contains("no-store");
        assertThat(organization.header("Cache-Control")).contains("no-store");
        assertThat(instances(api.userSecret(), organization.text("/secret"))).isEqualTo(401);
        assertThat(instances(user.text("/secret"), api.organizationSecret())).isEqualTo(401);
        assertThat(instances(user.text("/secret"), organization.text("/secret"))).isEqualTo(200);
    }

    @Test
    void namesEverythingThatIsWrong() {
        var refused =
                api.operator("POST", "/organizations")
                        .json("{\"name\": \" \", \"user\": {\"email\": \"x\", \"firstName\": 7}}")
                        .send();
        var nothing = api.operator("POST", "/organizations").send();
        var long255 =
                api.operator("POST", "/organizations/1/users")
                        .json("{\"email\": \"" + "a".repeat(255) + "@b\"}")
                        .send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("name", "user/email", "user/firstName");
        assertThat(nothing.message()).contains("name", "user/email");
        assertThat(long255.status()).isEqualTo(400);
        assertThat(api.operator("GET", "/organizations").send().json().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/organizations/9",
        "GET,/organizations/x",
        "GET,/organizations/0",
        "GET,/organizations/99999999999999999999/users",
        "POST,/organizations/9/secret",
        "POST,/users/9/secret",
        "POST,/users/-1/secret"
    })
    void findsNobodyElse(String method, String path) {
        var answer = api.operator(method, path).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.message()).matches("^No (organization|user) '.+' found$");
    }

    @Test
    void registersNobodyInAnOrganizationThatIsNotThere() {
        assertThat(
                        api.operator("POST", "/organizations/9/users")
                                .json("{\"email\": \"a@b\"}")
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Operator", "Operator wrong", "Operator x, Operator y", "Bearer x"})
    void isForTheOperatorAlone(String authorization) {
        for (String path : new String[] {"/organizations", "/organizations/1/users"}) {
            assertThat(refused("GET", path, authorization).status()).isEqualTo(401);
            assertThat(refused("POST", path, authorization).status()).isEqualTo(401);
        }
        assertThat(refused("GET", "/organizations/1", authorization).status()).isEqualTo(401);
        assertThat(refused("POST", "/users/1/secret", authorization).status()).isEqualTo(401);
        assertThat(refused("POST", "/organizations/1/secret", authorization).message())
                .isNotEmpty();
    }

    @Test
    void isNotForUsers() {
        assertThat(refused("GET", "/organizations", api.ada()).status()).isEqualTo(401);
        assertThat(refused("POST", "/users/1/secret", api.ada()).status()).isEqualTo(401);
    }

    private ApiAnswer refused(String method, String path, String authorization) {
        var request = api.anybody(method, "/elements/admin" + path);
        return authorization.isEmpty() ? request.send() : request.as(authorization).send();
    }

    private int instances(String user, String organization) {
        return api.anybody("GET", ServedApi.V2 + "/instances")
                .as("User " + user + ", Organization " + organization)
                .send()
                .status();
    }
}
