package io.valence.server.journeys;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Bodies that begin as what a client sends and then go wrong in every way that chance finds. */
final class MutatedBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> SEEDS =
            List.of(
                    Ledger.body("mutant"),
                    """
                    {"id": 7, "name": "n", "element": {"id": 1948, "key": "oraclesalescloud"}, "valid": true,
                     "disabled": false, "maxCacheSize": 0, "cacheTimeToLive": 0, "tags": ["a", "b"],
                     "configuration": {"username": "u", "password": "********", "site.url": "a.example.com",
                                       "pagination.max": "{\\"users\\": 50}", "bulk.relations": null,
                                       "event.notification.callback.url": "https://example.com/back"},
                     "traceLoggingEnabled": false, "cachingEnabled": "true", "externalAuthentication": "none"}
                    """,
                    """
                    {"key": "username", "propertyValue": "u"}
                    """,
                    """
                    {"element": {"key": "sapanywhere"}, "providerData": {"code": "c0de"}, "name": "Shop",
                     "configuration": {"oauth.api.key": "k", "oauth.api.secret": "s",
                                       "oauth.callback.url": "https://example.com/back"}, "tags": ["t"]}
                    """,
                    """
                    {"name": "Acme", "user": {"email": "a@example.com", "firstName": "A", "lastName": "B"}}
                    """);

    /** Texts that have broken something somewhere. */
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\u0000b",
                    "\u0001\u001f\u007f",
                    "\ud800",
                    "\udc00\ud800",
                    "\ufeff",
                    "\u202e\u200b",
                    "null",
                    "********",
                    "{site.url}",
                    "{base.url}",
                    "https://{site.url}/{username}",
                    "https://evil.example/#",
                    "a@b",
                    "<b>bold</b>",
                    "<script>",
                    "'; drop table instance; --",
                    "%s%n%x",
                    "${jndi:ldap://a.example.com}",
                    "../../etc/passwd",
                    "999999999999999999999999",
                    "-1",
                    "1e400",
                    "\ud83d\ude00\ud83d\ude00",
                    "\r\nSet-Cookie: a=b");

    private static final List<String> NAMES =
            List.of(
                    "name",
                    "element",
                    "tags",
                    "configuration",
                    "key",
                    "id",
                    "user",
                    "email",
                    "password",
                    "Password",
                    "NAME",
                    "propertyValue",
                    "user.name",
                    "",
                    "__proto__",
                    "a.b.c",
                    "\u0000",
                    "base.url",
                    "pagination.max",
                    "maxCacheSize");

    private final Random random;

    MutatedBodies(Random random) {
        this.random = random;
    }

    byte[] next() {
        JsonNode tree = JSON.readTree(any(SEEDS));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            tree = changed(tree);
        }
        byte[] bytes = written(tree);
        return random.nextInt(3) == 0 ? damaged(bytes) : bytes;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** This tree with one change at a place that chance picks. */
    private JsonNode changed(JsonNode node) {
        if (node.isContainer() && !node.isEmpty() && random.nextInt(5) != 0) {
            return node.isObject()
                    ? changedWithin((ObjectNode) node)
                    : changedWithin((ArrayNode) node);
        }
        return random.nextInt(12) == 0 ? nested(node) : value();
    }

    private JsonNode changedWithin(ObjectNode object) {
        String name = any(new ArrayList<>(object.propertyNames()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(any(NAMES), value());
            case 2 -> object.set(name.toUpperCase(Locale.ROOT), value());
            default -> object.set(name, changed(object.get(name)));
        }
        return object;
    }

    private JsonNode changedWithin(ArrayNode array) {
        int at = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> {
                for (int i = random.nextInt(100); i > 0; i--) {
                    array.add(value());
                }
            }
            default -> array.set(at, changed(array.get(at)));
        }
        return array;
    }

    private JsonNode nested(JsonNode node) {
        JsonNode outer = node;
        for (int i = random.nextInt(60); i > 0; i--) {
            outer =
                    random.nextBoolean()
                            ? NODES.arrayNode().add(outer)
                            : NODES.objectNode().set("element", outer);
        }
        return outer;
    }

    private JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextInt(3) - 1);
            case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> NODES.stringNode("x".repeat(random.nextInt(20_000)));
            case 8 -> NODES.stringNode(any(NASTY) + any(NASTY));
            case 9 -> NODES.objectNode().put(any(NAMES), any(NASTY));
            default -> NODES.stringNode(any(NASTY));
        };
    }

    /** JSON in ASCII, so that half a surrogate pair survives. */
    private byte[] written(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        tree.toString()
                .chars()
                .forEach(
                        c -> {
                            if (c < 0x7f) {
                                text.append((char) c);
                            } else {
                                text.append("\\u%04x".formatted(c));
                            }
                        });
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] damaged(byte[] bytes) {
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> inserted(bytes, new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80});
            case 2 -> inserted(bytes, new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
            case 3 -> inserted(bytes, new byte[] {0});
            case 4 -> {
                byte[] flipped = bytes.clone();
                if (flipped.length > 0) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield flipped;
            }
            case 5 -> twice(bytes);
            case 6 -> "[".repeat(random.nextInt(20_000)).getBytes(StandardCharsets.US_ASCII);
            case 7 ->
                    new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16);
            default -> inserted(bytes, "\"name\": 1, ".getBytes(StandardCharsets.US_ASCII));
        };
    }

    private byte[] inserted(byte[] bytes, byte[] more) {
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, at);
        whole.writeBytes(more);
        whole.write(bytes, at, bytes.length - at);
        return whole.toByteArray();
    }

    private static byte[] twice(byte[] bytes) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes);
        whole.writeBytes(bytes);
        return whole.toByteArray();
    }
}
