package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Two organizations on one server, each of which must not notice the other. */
class IsolationJourney {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir static Path folder;

    private static RunningServer server;
    private static Caller first;

    private Caller ours;
    private Caller theirs;
    private ApiAnswer instance;

    /** A way to an instance, and whether there is a body to send along. */
    private record Way(String method, String path, boolean withBody) {}

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, Map.of());
        first = Caller.first(server.url());
    }

    @AfterAll
    static void stop() {
        first.close();
        server.close();
    }

    @BeforeEach
    void found() {
        int number = COUNT.incrementAndGet();
        ours = first.newcomer("ours" + number);
        theirs = first.newcomer("theirs" + number);
        instance = ours.provisioned("Ours", "our password", "shared", "ours alone");
    }

    @Test
    void hidesAnInstanceFromStrangersOnEveryPathThatNamesIt() {
        for (var way : waysById()) {
            assertThat(sent(theirs, way).status()).as(way.toString()).isEqualTo(404);
        }

        assertThat(read(ours).json()).isEqualTo(instance.json());
    }

    @Test
    void takesNoTokenFromStrangersOnAnyPathThatReliesOnIt() {
        var thief = theirs.withToken(instance.text("/token"));

        for (var way : waysByToken()) {
            var answer = sent(thief, way);
            assertThat(answer.status()).as(way.toString()).isEqualTo(401);
            assertThat(answer.text()).doesNotContain(instance.text("/token"));
        }

        assertThat(read(ours).json()).isEqualTo(instance.json());
    }

    @Test
    void opensEveryOneOfThesePathsToTheOwner() {
        for (var way : waysById()) {
            if (!way.method().equals("DELETE")) {
                assertThat(sent(ours, way).status()).as(way.toString()).isEqualTo(200);
            }
        }
        for (var way : waysByToken()) {
            if (!way.method().equals("DELETE")) {
                assertThat(sent(ours.withToken(instance.text("/token")), way).status())
                        .as(way.toString())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void doesNotTakeHalfOfEachOfTwoCallers() {
        var user = ours.authorization().split(", ", -1)[0];
        var organization = theirs.authorization().split(", ", -1)[1];

        assertThat(ours.as(user + ", " + organization).get("/instances").status()).isEqualTo(401);
    }

    @Test
    void neverMixesLists() {
        var own = theirs.provisioned("Theirs", "their password", "shared");

        assertThat(numbers(ours.get("/instances"))).containsExactly(number(instance));
        assertThat(numbers(theirs.get("/instances"))).containsExactly(number(own));
        assertThat(numbers(theirs.get("/elements/1948/instances"))).containsExactly(number(own));
        assertThat(numbers(theirs.withToken(instance.text("/token")).get("/instances")))
                .containsExactly(number(own));
        assertThat(numbers(tagged(ours, "shared"))).containsExactly(number(instance));
        assertThat(numbers(tagged(theirs, "shared"))).containsExactly(number(own));
        assertThat(numbers(tagged(theirs, "ours alone"))).isEmpty();
        assertThat(tagged(theirs, "shared").header("Elements-Total-Count")).contains("1");
    }

    @Test
    void doesNotLetAPageBeTurnedIntoSomebodyElsesList() {
        ours.provisioned("Second", "our password");
        theirs.provisioned("Theirs", "their password");
        var token =
                ours.request("GET", "/instances")
                        .query("pageSize", "1")
                        .send()
                        .header("Elements-Next-Page-Token")
                        .orElseThrow();

        var page = theirs.request("GET", "/instances").query("nextPage", token).send();

        page.json().forEach(each -> assertThat(each.path("name").asString()).isEqualTo("Theirs"));
    }

    private List<Way> waysById() {
        List<Way> ways = new ArrayList<>();
        var id = number(instance);
        for (var path : List.of("/instances/" + id, "/elements/oraclesalescloud/instances/" + id)) {
            ways.add(new Way("GET", path, false));
            ways.add(new Way("PUT", path, true));
            ways.add(new Way("PATCH", path, true));
            ways.add(new Way("POST", path, true));
            ways.add(new Way("DELETE", path, false));
        }
        addParts(ways, "/instances/" + id);
        return ways;
    }

    private List<Way> waysByToken() {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("PUT", "/instances", true));
        ways.add(new Way("PATCH", "/instances", true));
        ways.add(new Way("DELETE", "/instances", false));
        addParts(ways, "/instances");
        return ways;
    }

    private static void addParts(List<Way> ways, String instance) {
        ways.add(new Way("PUT", instance + "/enabled", false));
        ways.add(new Way("DELETE", instance + "/enabled", false));
        ways.add(new Way("GET", instance + "/configuration", false));
        ways.add(new Way("GET", instance + "/configuration/194801", false));
        ways.add(new Way("PATCH", instance + "/configuration/194801", true));
        ways.add(new Way("GET", instance + "/objects/definitions", false));
        ways.add(new Way("GET", instance + "/transformations", false));
        ways.add(new Way("DELETE", instance + "/transformations", false));
        ways.add(new Way("GET", instance + "/traces", false));
    }

    private static ApiAnswer sent(Caller caller, Way way) {
        var request = caller.request(way.method(), way.path());
        var body =
                way.path().contains("/configuration/")
                        ? "{\"propertyValue\": \"somebody\"}"
                        : "{\"name\": \"Taken over\"}";
        return way.withBody() ? request.json(body).send() : request.send();
    }

    private ApiAnswer read(Caller caller) {
        return caller.get("/instances/" + number(instance));
    }

    private static ApiAnswer tagged(Caller caller, String tag) {
        return caller.request("GET", "/instances").query("tags[]", tag).send();
    }

    private static int number(ApiAnswer created) {
        return created.at("/id").asInt();
    }

    private static List<Integer> numbers(ApiAnswer list) {
        List<Integer> numbers = new ArrayList<>();
        list.json().forEach(each -> numbers.add(each.path("id").asInt()));
        return numbers;
    }
}
