package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The file that a register is kept in: for its owner alone, and always whole. */
final class GrantFile {
    private final Path path;

    GrantFile(Path path) {
        this.path = path;
    }

    /**
     * Fills the register from the file, and answers with the seal in it; without a file, nothing.
     */
    Optional<Seal> read(Register register) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        ObjectNode root;
        try {
            root =
                    Json.object(Files.readAllBytes(path))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "The sandbox cannot read "
                                                            + path
                                                            + ". Delete it to begin anew."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        register.issued = root.path("issued").asLong();
        register.expiredUpTo = root.path("expiredUpTo").asLong();
        root.path("clients").forEach(each -> readClient(register, each));
        root.path("codes").forEach(each -> readCode(register, each));
        root.path("grants").forEach(each -> readGrant(register, each));
        root.path("revoked")
                .forEach(
                        each ->
                                register.revoked.put(
                                        each.path("number").asLong(),
                                        each.path("expires").asLong()));
        return Optional.of(new Seal(Base64.getDecoder().decode(root.path("key").asString())));
    }

    private static void readClient(Register register, JsonNode from) {
        List<String> redirects =
                from.path("redirects").valueStream().map(JsonNode::asString).toList();
        Client client =
                new Client(text(from, "id"), text(from, "secret"), text(from, "name"), redirects);
        register.clients.put(client.id(), client);
    }

    private static void readCode(Register register, JsonNode from) {
        Code code =
                new Code(
                        text(from, "code"),
                        text(from, "client"),
                        text(from, "redirect"),
                        text(from, "scope"),
                        optional(from, "challenge"),
                        optional(from, "grant"),
                        from.path("expires").asLong());
        register.codes.put(code.text(), code);
    }

    private static void readGrant(Register register, JsonNode from) {
        Grant grant =
                new Grant(
                        text(from, "id"),
                        text(from, "client"),
                        text(from, "scope"),
                        from.path("renewals").asLong(),
                        from.path("expires").asLong());
        register.grants.put(grant.id(), grant);
    }

    private static String text(JsonNode from, String name) {
        return from.path(name).asString("");
    }

    private static Optional<String> optional(JsonNode from, String name) {
        return Optional.of(text(from, name)).filter(text -> !text.isEmpty());
    }

    static byte[] bytes(Register register, Seal seal) {
        ObjectNode root = Json.object();
        root.put("key", Base64.getEncoder().encodeToString(seal.key()));
        root.put("issued", register.issued).put("expiredUpTo", register.expiredUpTo);
        ArrayNode clients = root.putArray("clients");
        for (Client client : register.clients.values()) {
            ArrayNode redirects =
                    clients.addObject()
                            .put("id", client.id())
                            .put("secret", client.secret())
                            .put("name", client.name())
                            .putArray("redirects");
            client.redirects().forEach(redirects::add);
        }
        ArrayNode codes = root.putArray("codes");
        for (Code code : register.codes.values()) {
            codes.addObject()
                    .put("code", code.text())
                    .put("client", code.client())
                    .put("redirect", code.redirect())
                    .put("scope", code.scope())
                    .put("challenge", code.challenge().orElse(""))
                    .put("grant", code.grant().orElse(""))
                    .put("expires", code.expires());
        }
        ArrayNode grants = root.putArray("grants");
        for (Grant grant : register.grants.values()) {
            grants.addObject()
                    .put("id", grant.id())
                    .put("client", grant.client())
                    .put("scope", grant.scope())
                    .put("renewals", grant.renewals())
                    .put("expires", grant.expires());
        }
        ArrayNode revoked = root.putArray("revoked");
        register.revoked.forEach(
                (number, expires) ->
                        revoked.addObject().put("number", number).put("expires", expires));
        return Json.bytes(root);
    }

    /** Puts these bytes in the place of what the file held. */
    void store(byte[] bytes) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            ownersAlone())) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
