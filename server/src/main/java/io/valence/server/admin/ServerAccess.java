package io.valence.server.admin;

import io.valence.domain.account.OperatorSecret;
import io.valence.server.settings.SecretLines;
import io.valence.server.settings.Settings;
import io.valence.server.settings.SettingsReader;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the server is and what the operator proves itself by. */
record ServerAccess(URI url, OperatorSecret secret) {
    static ServerAccess find(Map<String, String> environment, Words words, PrintStream err) {
        SettingsReader reader = new SettingsReader(environment);
        SettingsReader.Outcome outcome =
                words.option("--settings")
                        .map(file -> reader.read(Path.of(file)))
                        .orElseGet(reader::read);
        return switch (outcome) {
            case SettingsReader.Outcome.Refused(var problems, _) ->
                    throw AdminFailure.refused(
                            "these settings are wrong:\n  - " + String.join("\n  - ", problems));
            case SettingsReader.Outcome.Read(var settings, _) -> {
                URI url = url(words, settings.listening());
                warnOfPlainHttp(url, err);
                yield new ServerAccess(url, secret(settings));
            }
        };
    }

    private static URI url(Words words, Settings.Listening listening) {
        String text =
                words.option("--url")
                        .or(listening::publicUrl)
                        .orElseGet(() -> addressOf(listening));
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            throw notAUrl();
        }
        throw notAUrl();
    }

    private static AdminFailure notAUrl() {
        return AdminFailure.refused("--url must be such as http://127.0.0.1:8080.");
    }

    private static String addressOf(Settings.Listening listening) {
        if (listening.port() == 0) {
            throw AdminFailure.refused(
                    "VALENCE_PORT is 0, any free port: name the one that the server printed by"
                            + " --url.");
        }
        String host =
                switch (listening.host()) {
                    case "0.0.0.0" -> "127.0.0.1";
                    case "::" -> "::1";
                    default -> listening.host();
                };
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening.port();
    }

    private static OperatorSecret secret(Settings settings) {
        return settings.secrets()
                .operator()
                .or(() -> secretIn(settings.dataFolder().resolve(SecretLines.FILE_NAME)))
                .orElseThrow(
                        () ->
                                AdminFailure.refused(
                                        "the operator's secret is not known: set"
                                                + " VALENCE_OPERATOR_SECRET, or VALENCE_DATA_DIR"
                                                + " to the server's data folder."));
    }

    private static Optional<OperatorSecret> secretIn(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return SecretLines.operator(SecretLines.parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw AdminFailure.refused(
                    file.toAbsolutePath().normalize()
                            + " cannot be read; it belongs to whoever"
                            + " started the server.");
        }
    }

    private static void warnOfPlainHttp(URI url, PrintStream err) {
        if ("http".equals(url.getScheme()) && !isLoopback(url.getHost())) {
            err.println(
                    "valence: warning: the operator's secret goes to "
                            + url.getHost()
                            + " without encryption; use https.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
