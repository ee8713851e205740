package io.valence.server;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.element.Elements;
import io.valence.server.settings.Settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The elements: those that ship and those that the operator adds. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogConfiguration.class);

    @Bean
    Elements elements(Settings settings, StandIns standIns, Storage storage) {
        Elements elements = load(settings, standIns);
        standIns.requireOwn(storage, elements);
        return elements;
    }

    static Elements load(Settings settings, StandIns standIns) {
        ShippedElements.Loading loading =
                ShippedElements.load(settings.catalogFolder(), standIns.defaults());
        loading.warnings()
                .forEach(warning -> LOG.atWarn().addKeyValue("what", warning).log("Element file"));
        return switch (loading) {
            case ShippedElements.Loading.Usable(var elements, var files, _) -> {
                files.forEach(CatalogConfiguration::log);
                yield elements;
            }
            case ShippedElements.Loading.Unusable(var problems, _) ->
                    throw Refusal.ofWish(
                            "the element files in VALENCE_CATALOG_DIR cannot be used:", problems);
        };
    }

    private static void log(ShippedElements.OperatorFile file) {
        LOG.atInfo()
                .addKeyValue("file", file.name())
                .addKeyValue("element", file.element())
                .addKeyValue("number", file.number())
                .log(
                        file.overrides()
                                ? "Element file takes the place of a shipped element"
                                : "Element file adds an element");
    }
}
