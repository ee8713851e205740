package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;
import io.valence.server.Caller;
import io.valence.server.RunningServer;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server has stored, read over HTTP, with its secrets from the vault. */
final class Stored {
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");

    private Stored() {}

    /** The marks of all instances by their number; each of them is whole. */
    static Map<Integer, String> marks(RunningServer server, Caller caller) {
        Map<Integer, String> marks = new TreeMap<>();
        Optional<String> page = Optional.of("");
        while (page.isPresent()) {
            var list = caller.request("GET", "/instances").query("nextPage", page.get()).send();
            assertThat(list.status()).isEqualTo(200);
            list.json().forEach(each -> marks.put(each.path("id").asInt(), mark(server, each)));
            page = list.header("Elements-Next-Page-Token");
        }
        return marks;
    }

    private static String mark(RunningServer server, JsonNode instance) {
        var mark = instance.path("name").asString();
        assertThat(instance.path("tags")).hasSize(1);
        assertThat(instance.at("/tags/0").asString()).isEqualTo(mark);
        assertThat(instance.at("/configuration/username").asString()).isEqualTo(mark);
        assertThat(server.vault().open(new InstanceId(instance.path("id").asInt())).find(PASSWORD))
                .contains(Secret.of(Ledger.password(mark)));
        return mark;
    }
}
