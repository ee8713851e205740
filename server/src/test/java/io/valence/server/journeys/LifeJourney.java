package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;
import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.server.TestDatabase;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Optional;

/** An instance from its making to its end, with the server stopped and started in between. */
class LifeJourney {
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void leadsFromTheMakingToTheEnd(TestDatabase database) {
        var settings = database.fresh();
        ApiAnswer first;
        ApiAnswer second;
        ApiAnswer patched;
        try (var server = RunningServer.start(folder, settings);
                var caller = Caller.first(server.url())) {
            first = caller.provisioned("Sales", "first password", "blue", "green");
            second = caller.provisioned("Second", "second password", "green");

            assertThat(caller.get(path(first)).json()).isEqualTo(first.json());
            assertThat(caller.get("/instances").json()).hasSize(2);
            assertThat(tagged(caller, "blue").at("/0")).isEqualTo(first.json());
            patched = putsBackWhatItRead(server, caller, first);
            patched = changesOneThingAtATime(server, caller, patched);
        }

        try (var server = RunningServer.start(folder, settings);
                var caller = Caller.first(server.url())) {
            assertThat(caller.get(path(first)).json()).isEqualTo(patched.json());
            assertThat(caller.get(path(second)).json()).isEqualTo(second.json());
            assertThat(password(server, first)).contains(Secret.of("third password"));
            assertThat(password(server, second)).contains(Secret.of("second password"));
            endsTheLife(server, caller, first, second);
        }

        try (var server = RunningServer.start(folder, settings);
                var caller = Caller.first(server.url())) {
            assertThat(caller.get(path(first)).status()).isEqualTo(404);
            assertThat(caller.get(path(second)).at("/disabled").asBoolean()).isTrue();
            assertThat(caller.provisioned("Third", "p").at("/id").asInt())
                    .isGreaterThan(second.at("/id").asInt());
        }
    }

    /** The mask that comes back with everything else is not a password. */
    private static ApiAnswer putsBackWhatItRead(
            RunningServer server, Caller caller, ApiAnswer instance) {
        var body = instance.text().replace("\"Sales\"", "\"Renamed\"");

        var put = caller.request("PUT", path(instance)).json(body).send();

        assertThat(put.text("/name")).isEqualTo("Renamed");
        assertThat(put.text("/configuration/password")).isEqualTo("********");
        assertThat(password(server, instance)).contains(Secret.of("first password"));
        assertThat(put.text("/token")).isEqualTo(instance.text("/token"));
        assertThat(put.text()).isEqualTo(body);
        return put;
    }

    private static ApiAnswer changesOneThingAtATime(
            RunningServer server, Caller caller, ApiAnswer instance) {
        var byToken = caller.withToken(instance.text("/token"));

        var retagged =
                byToken.request("PATCH", "/instances")
                        .json(
                                "{\"tags\": [\"red\"], \"configuration\": {\"password\":"
                                        + " \"second\"}}")
                        .send();
        assertThat(retagged.text("/tags/0")).isEqualTo("red");
        assertThat(retagged.at("/tags")).hasSize(1);
        assertThat(password(server, instance)).contains(Secret.of("second"));
        assertThat(tagged(caller, "blue").json()).isEmpty();
        assertThat(tagged(caller, "red").json()).hasSize(1);

        var entry =
                byToken.request("PATCH", "/instances/configuration/194801")
                        .json("{\"propertyValue\": \"grace\"}")
                        .send();
        assertThat(entry.text("/propertyValue")).isEqualTo("grace");
        var secret =
                caller.request("PATCH", path(instance) + "/configuration/194802")
                        .json("{\"propertyValue\": \"third password\"}")
                        .send();
        assertThat(secret.text("/propertyValue")).isEqualTo("********");
        assertThat(password(server, instance)).contains(Secret.of("third password"));

        var read = caller.get(path(instance));
        assertThat(read.text("/configuration/username")).isEqualTo("grace");
        return read;
    }

    private static void endsTheLife(
            RunningServer server, Caller caller, ApiAnswer first, ApiAnswer second) {
        var byToken = caller.withToken(first.text("/token"));
        assertThat(byToken.delete("/instances/enabled").status()).isEqualTo(200);
        assertThat(caller.get(path(first)).at("/disabled").asBoolean()).isTrue();
        assertThat(caller.request("PUT", path(first) + "/enabled").send().status()).isEqualTo(200);
        assertThat(caller.get(path(first)).at("/disabled").asBoolean()).isFalse();
        assertThat(caller.delete(path(second) + "/enabled").status()).isEqualTo(200);

        assertThat(byToken.delete("/instances").status()).isEqualTo(200);
        assertThat(caller.get(path(first)).status()).isEqualTo(404);
        assertThat(byToken.delete("/instances").status()).isEqualTo(401);
        assertThat(server.vault().open(id(first)).keys()).isEmpty();
        assertThat(caller.get("/instances").json()).hasSize(1);
    }

    private static ApiAnswer tagged(Caller caller, String tag) {
        return caller.request("GET", "/instances").query("tags[]", tag).send();
    }

    private static Optional<Secret> password(RunningServer server, ApiAnswer instance) {
        return server.vault().open(id(instance)).find(PASSWORD);
    }

    private static InstanceId id(ApiAnswer instance) {
        return new InstanceId(instance.at("/id").asInt());
    }

    private static String path(ApiAnswer instance) {
        return "/instances/" + instance.at("/id").asInt();
    }
}
