package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever stands in a file, reading it ends in an element or in sentences. */
class MutatedFilesTest {
    private static final int ROUNDS = 1000;

    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e400",
                    "1.0",
                    "9223372036854775808",
                    "\"\"",
                    "\" \"",
                    "\"{\"",
                    "\"{base.url}\"",
                    "\"event.vendor.type\"",
                    "\"********\"",
                    "\"<INSERT_IT>\"",
                    "\"COMBO\"",
                    "\"PASSWORD\"",
                    "\"\\ud83d\"",
                    "\"\\u0000\"",
                    "[]",
                    "[null]",
                    "{}",
                    "{\"type\": null}",
                    "{\"aliases\": [2198]}");

    private final JsonMapper json = new JsonMapper();

    @TempDir private Path directory;

    @Test
    void readingAlwaysEndsInAnElementOrInSentences() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] right = Files.readAllBytes(Path.of("src/main/resources/catalog/sapanywhere.json"));
        Shipped shipped = Shipped.read();
        int refused = 0;

        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode element = (ObjectNode) json.readTree(right);
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutate(element, random);
            }
            byte[] bytes = json.writeValueAsBytes(element);
            Files.write(directory.resolve("a.json"), bytes);

            Findings findings = new Findings();
            List<OperatorFiles.Read> files = new OperatorFiles(shipped, findings).read(directory);

            boolean isRefused = !findings.problems().isEmpty();
            assertThat(files).as("seed %d", seed).hasSize(isRefused ? 0 : 1);
            refused += isRefused ? 1 : 0;
        }
        assertThat(refused).as("seed %d", seed).isBetween(ROUNDS / 10, ROUNDS);
    }

    private void mutate(ObjectNode element, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(element, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        JsonNode odd = json.readTree(ODD.get(random.nextInt(ODD.size())));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, odd);
            }
        } else if (container instanceof ArrayNode array) {
            array.add(odd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
