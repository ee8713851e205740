package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SapAnywhereEntriesTest {
    private final Element element = ShippedElements.load().get(new ElementId(2198)).orElseThrow();

    /** The flags: r for required, h for hidden from consoles, i for internal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BOOLEAN        | h   | 1   | allow.select.fields oauth.basic.header
                    TEXTFIELD_1000 | h   | 1   | base.url
                    TEXTFIELD_128  | h   | 1   | bulk.add_metadata bulk.attribute.created_time bulk.query.date_mask bulk.query.download_format bulk.query.field_name bulk.query.operator
                    TEXTAREA       | h   | 1   | bulk.relations
                    TEXTFIELD_128  | rh  | 1   | oauth.api.key
                    PASSWORD       | rh  | 1   | oauth.api.secret
                    TEXTFIELD_1000 | rhi | 1   | oauth.authorization.url oauth.token.url
                    TEXTFIELD_1000 | rh  | 1   | oauth.callback.url
                    TEXTFIELD_64   | h   | 1   | oauth.scope
                    TEXTFIELD_1000 | hi  | 1   | oauth.token.refresh_url oauth.token.revoke_url
                    TEXTFIELD_32   | hi  | 1   | oauth.user.refresh_interval oauth.user.token
                    TEXTFIELD_64   | hi  | 1   | oauth.user.refresh_time oauth.user.refresh_token
                    TEXTFIELD_32   | h   | 1   | pagination.max pagination.type
                    TEXTFIELD_128  | h   | 11  | event.notification.signature.key
                    TEXTFIELD_128  | -   | 12  | event.notification.callback.headers
                    BOOLEAN        | -   | 51  | filter.response.nulls
                    TEXTAREA       | h   | 98  | default.select.fields.map
                    TEXTFIELD_128  | hi  | 100 | event.vendor.type
                    CODE_EDITOR    | -   | 100 | instance.variables
                    BOOLEAN        | -   | 100 | synchronous.bulk.notification
                    BOOLEAN        | -   | 101 | event.notification.enabled
                    TEXTFIELD_1000 | -   | 102 | event.notification.callback.url
                    COMBO          | -   | 102 | event.notification.type
                    TEXTFIELD_1000 | h   | 103 | event.notification.instance.finder
                    TEXTFIELD_1000 | h   | 104 | event.notification.subscription.id
                    TEXTFIELD_1000 | -   | 110 | event.notification.basic.username
                    PASSWORD       | -   | 112 | event.notification.basic.password
                    TEXTFIELD_32   | h   | 1   | sapanywhere.hooks.customersadded.id sapanywhere.hooks.ordersadded.id sapanywhere.hooks.orderscancelled.id sapanywhere.hooks.productsdeleted.id
                    """)
    void everyEntryIsShownAndRequiredAsTheVendorsPageHasIt(
            String type, String flags, int displayOrder, String keys) {
        for (String key : List.of(keys.split(" ", -1))) {
            ConfigurationEntry entry =
                    element.schema().entry(new ConfigurationKey(key)).orElseThrow();

            assertThat(entry.type().name()).as(key).isEqualTo(type);
            assertThat(entry.presentation().displayOrder()).as(key).isEqualTo(displayOrder);
            assertThat(entry.required()).as(key).isEqualTo(flags.contains("r"));
            assertThat(entry.presentation().hiddenFromConsole())
                    .as(key)
                    .isEqualTo(flags.contains("h"));
            assertThat(entry.presentation().internal()).as(key).isEqualTo(flags.contains("i"));
        }
    }
}
