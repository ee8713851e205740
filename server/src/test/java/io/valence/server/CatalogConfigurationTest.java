package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.valence.server.settings.SettingsReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CatalogConfigurationTest {
    private static final String FILE =
            """
            {"id": %d, "key": "%s", "name": "Acme", "description": "Customers of Acme.",
             "authentication": {"type": "none"}, "configuration": []}
            """;

    private final Logger log = (Logger) LoggerFactory.getLogger(CatalogConfiguration.class);
    private final Level levelBefore = log.getLevel();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir Path folder;

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
        log.setLevel(levelBefore);
    }

    @Test
    void saysOfEveryElementFileWhatBecameOfIt() throws IOException {
        Files.writeString(folder.resolve("acme.json"), FILE.formatted(900001, "acme"));
        Files.writeString(folder.resolve("mine.json"), FILE.formatted(2198, "sapanywhere"));
        var environment = Map.of("VALENCE_CATALOG_DIR", folder.toString());
        var settings = (SettingsReader.Outcome.Read) new SettingsReader(environment).read();

        var elements = CatalogConfiguration.load(settings.settings(), StandIns.none());

        assertThat(elements.hubs()).isNotEmpty();
        assertThat(lines.list)
                .extracting(line -> line.getLevel() + " " + new LogLine().doLayout(line).strip())
                .satisfiesExactly(
                        added ->
                                assertThat(added)
                                        .startsWith("INFO")
                                        .endsWith(
                                                "Element file adds an element file=acme.json"
                                                        + " element=acme number=900001"),
                        replacing ->
                                assertThat(replacing)
                                        .startsWith("INFO")
                                        .endsWith(
                                                "Element file takes the place of a shipped element"
                                                        + " file=mine.json element=sapanywhere"
                                                        + " number=2198"));
    }
}
