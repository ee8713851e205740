package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;
import io.valence.testkit.api.RawConnection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whatever is sent: the server has a clear answer and stores nothing that it refused. */
class MutatedBodiesTest {
    private static final int BODIES = 2_000;
    private static final int REQUESTS = 2_000;

    private static final List<String> CONTENT_TYPES =
            List.of(
                    "application/json",
                    "application/json;charset=UTF-8",
                    "application/json",
                    "text/plain",
                    "application/json; charset=utf-16",
                    "multipart/form-data; boundary=x");

    private record Goal(String method, String path) {}

    @TempDir Path folder;

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private RunningServer server;
    private Caller caller;
    private ErrorLines errors;

    @BeforeEach
    void start() {
        System.out.println("MutatedBodiesTest, seed " + seed);
        errors = new ErrorLines();
        server = RunningServer.startWithSandbox(folder, Map.of());
        caller = Caller.first(server.url());
    }

    @AfterEach
    void stop() {
        caller.close();
        server.close();
        errors.close();
    }

    @Test
    void refusesBodiesClearlyAndStoresOnlyWhatItAccepts() {
        var target = caller.provisioned("Target", "password");
        var goals = goals(target);
        var bodies = new MutatedBodies(random);
        var owner = caller.withToken(target.text("/token"));
        var latest = target;
        Set<Integer> made = new HashSet<>(Set.of(number(target)));

        for (int i = 0; i < BODIES; i++) {
            var goal = bodies.any(goals);
            var body = bodies.next();
            var type =
                    random.nextInt(6) == 0 ? bodies.any(CONTENT_TYPES) : CONTENT_TYPES.getFirst();

            var sender =
                    goal.path().equals("/instances") && !goal.method().equals("POST")
                            ? owner
                            : caller;

            var answer = sent(sender.request(goal.method(), goal.path()).body(type, body), i);

            assertClear(answer, goal + " " + new String(body, StandardCharsets.ISO_8859_1));
            if (answer.status() == 200 && answer.json().has("token")) {
                made.add(number(answer));
                latest = number(answer) == number(target) ? answer : latest;
            } else if (answer.status() == 200 && goal.path().contains("/configuration/1")) {
                latest = caller.get("/instances/" + number(target));
            }
        }

        assertThat(numbers()).as("seed " + seed).isEqualTo(made);
        assertThat(caller.get("/instances/" + number(target)).json())
                .as("seed " + seed)
                .isEqualTo(stored(latest));
        assertThat(made.size()).as("accepted").isLessThan(BODIES / 2);
        assertThat(errors.lines()).isEmpty();
    }

    /** The client describes the request that it finds fault with; the seed repeats it. */
    private ApiAnswer sent(ApiRequest request, int number) {
        try {
            return request.send();
        } catch (AssertionError fault) {
            throw new AssertionError(
                    "seed " + seed + ", request " + number + ": " + fault.getMessage(), fault);
        }
    }

    private static List<Goal> goals(ApiAnswer target) {
        var one = "/instances/" + number(target);
        return List.of(
                new Goal("POST", "/instances"),
                new Goal("POST", "/elements/1948/instances"),
                new Goal("PUT", one),
                new Goal("PATCH", one),
                new Goal("POST", one),
                new Goal("PATCH", "/elements/oraclesalescloud" + one),
                new Goal("PATCH", "/instances"),
                new Goal("PUT", "/instances"),
                new Goal("PATCH", one + "/configuration/194801"),
                new Goal("PATCH", one + "/configuration/194802"),
                new Goal("PATCH", one + "/configuration/194803"),
                new Goal("POST", "/elements/sapanywhere/configuration/validate"),
                new Goal("POST", "/elements/oraclesalescloud/configuration/validate"));
    }

    @Test
    void answersRequestsOfAnyShapeAndMakesNothingOfThem() throws IOException {
        var kept = caller.provisioned("Kept", "password");
        var known = List.of(kept.at("/id").asString(), "1948", "oraclesalescloud", "194801");
        var bodies = new MutatedBodies(random);
        var requests = new MutatedRequests(random, caller.authorization(), known);

        for (int i = 0; i < REQUESTS; i++) {
            // Short, so that who answers a broken head need not read on to be heard.
            var body = bodies.next();
            var request = requests.next(Arrays.copyOf(body, Math.min(body.length, 2_000)));
            try (var connection = new RawConnection(server.port())) {
                var answer =
                        connection.send(request.text()).receive(!request.method().equals("HEAD"));

                if (!request.method().equals("HEAD")) {
                    assertClear(answer, request.text());
                }
            } catch (IOException unanswered) {
                throw new AssertionError("seed " + seed + ": no answer to " + request, unanswered);
            }
        }

        assertThat(errors.lines()).isEmpty();
        assertThat(caller.get("/instances").status()).isEqualTo(200);
    }

    /** No failure of ours, no word of how the server is made, and help with what is wrong. */
    private void assertClear(ApiAnswer answer, String sent) {
        var request = "seed " + seed + ": " + sent;

        assertThat(answer.status()).as(request).isLessThan(500);
        assertThat(answer.text())
                .as(request)
                .doesNotContain("\tat ", "io.valence", "java.lang", "tools.jackson")
                // A vendor may have exceptions among its records.
                .doesNotContainPattern("[a-z]Exception");
        if (answer.status() >= 400) {
            assertThat(answer.text("/requestId")).as(request).matches("[0-9a-f]{24}");
            assertThat(answer.message()).as(request).isNotBlank();
        }
    }

    private Set<Integer> numbers() {
        Set<Integer> numbers = new HashSet<>();
        Optional<String> page = Optional.of("");
        while (page.isPresent()) {
            var list = caller.request("GET", "/instances").query("nextPage", page.get()).send();
            list.json().forEach(each -> numbers.add(each.path("id").asInt()));
            page = list.header("Elements-Next-Page-Token");
        }
        return numbers;
    }

    /** What an answer to an update shows of the instance, without what it says of the update. */
    private static JsonNode stored(ApiAnswer answer) {
        var instance = (ObjectNode) answer.json();
        instance.remove("notices");
        return instance;
    }

    private static int number(ApiAnswer instance) {
        return instance.at("/id").asInt();
    }
}
