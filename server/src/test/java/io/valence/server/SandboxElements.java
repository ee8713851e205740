package io.valence.server;

import io.valence.sandbox.Sandbox;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Elements that lead to a sandbox which outlives the servers, as an operator would add them. */
public final class SandboxElements {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SandboxElements() {}

    /** The settings of a server that has them, in files of this folder, and may call them. */
    public static Map<String, String> settings(Path folder, Sandbox sandbox) throws IOException {
        Files.createDirectories(folder);
        redirect(
                folder,
                "sapanywhere",
                Map.of(
                        "base.url", sandbox.sapAnywhere().baseUrl(),
                        "oauth.authorization.url", sandbox.sapAnywhere().authorizationUrl(),
                        "oauth.token.url", sandbox.sapAnywhere().tokenUrl(),
                        "oauth.token.revoke_url", sandbox.sapAnywhere().revocationUrl()));
        redirect(
                folder,
                "oraclesalescloud",
                Map.of("base.url", sandbox.oracleSalesCloud().baseUrl()));
        return Map.of(
                "VALENCE_CATALOG_DIR", folder.toString(),
                "VALENCE_EGRESS_ALLOW", sandbox.hostAndPort());
    }

    /** Writes the shipped element of this key with other defaults. */
    public static void redirect(Path folder, String key, Map<String, String> defaults)
            throws IOException {
        ObjectNode element = shipped(key);
        element.withArray("configuration")
                .forEach(
                        entry -> {
                            String other = defaults.get(entry.path("key").asString());
                            if (other != null) {
                                ((ObjectNode) entry).put("defaultValue", other);
                            }
                        });
        Files.writeString(folder.resolve(key + ".json"), element.toString());
    }

    private static ObjectNode shipped(String key) throws IOException {
        String file = "/catalog/" + key + ".json";
        try (InputStream stream =
                Objects.requireNonNull(SandboxElements.class.getResourceAsStream(file), file)) {
            return (ObjectNode) JSON.readTree(stream);
        }
    }
}
