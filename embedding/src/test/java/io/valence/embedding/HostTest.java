package io.valence.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.configuration.ConfigurationSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;

class HostTest {
    @TempDir Path folder;

    @Test
    void getsADomainThatRequiresNothing() {
        var domain =
                ModuleFinder.of(Host.home(ConfigurationSchema.class))
                        .find("io.valence.domain")
                        .orElseThrow()
                        .descriptor();

        assertThat(domain.isAutomatic()).isFalse();
        assertThat(domain.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
    }

    @Test
    void compilesTheFirstLinesWithTheDomainAlone() {
        new Host(folder, ConfigurationSchema.class).compile(DomainAlone.class);

        assertThat(folder.resolve("classes/io/valence/embedding/DomainAlone.class")).exists();
    }

    @Test
    void requiresTheDomainFromItsOwnModule() throws Exception {
        var host = new Host(folder, ConfigurationSchema.class);

        var answer =
                host.answer(
                        "io.valence.domain",
                        "return io.valence.domain.configuration.ConfigurationSchema.of();");

        assertThat(answer).hasToString("ConfigurationSchema[]");
    }

    @Test
    void requiresTheCatalogFromItsOwnModule() throws Exception {
        var host =
                new Host(
                        folder,
                        ConfigurationSchema.class,
                        ShippedElements.class,
                        JsonNode.class,
                        JsonParser.class,
                        JsonProperty.class);

        var answer =
                host.answer(
                        "io.valence.adapters.catalog",
                        """
                        return io.valence.adapters.catalog.ShippedElements.load()
                                .visibleTo(new io.valence.domain.account.Viewer.Anonymous())
                                .get(0)
                                .key();
                        """);

        assertThat(answer).hasToString("oraclesalescloud");
    }
}
