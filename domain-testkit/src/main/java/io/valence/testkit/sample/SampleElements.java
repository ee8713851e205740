package io.valence.testkit.sample;

import static io.valence.domain.configuration.ValueType.flag;
import static io.valence.domain.configuration.ValueType.secretText;
import static io.valence.domain.configuration.ValueType.text;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Hub;
import io.valence.domain.element.Trait;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two elements that resemble shipped ones, and the hubs that they stand in. */
public final class SampleElements {
    private static final ValueType WEBHOOK_ONLY = new ValueType.Choice(List.of("webhook"));

    private SampleElements() {}

    /** An element of name and password, whose base address names another entry. */
    public static Element oracleSalesCloud() {
        return element(
                1948,
                Set.of(),
                "oraclesalescloud",
                "Oracle Sales Cloud",
                "crm",
                "elements/provider_salescloud.jpg",
                new AuthenticationScheme.Basic(),
                new Entries(194_800)
                        .row("r", 1, text(128), "username")
                        .row("r", 1, secretText(), "password")
                        .row("r", 1, text(1000), "site.url")
                        .row("h", 1, text(1000), "base.url=https://{site.url}")
                        .row(
                                "h",
                                1,
                                text(32),
                                "pagination.type=page",
                                "pagination.max=100",
                                "pagination.page.startindex=0")
                        .row(
                                "h",
                                1,
                                text(128),
                                "bulk.query.field_name=",
                                "bulk.query.operator=>=",
                                "bulk.query.date_mask=yyyy-MM-dd'T'HH:mm:ss'Z'",
                                "bulk.query.download_format=JSON",
                                "bulk.attribute.created_time=CreationDate")
                        .row("h", 1, new ValueType.Paragraph(), "bulk.relations")
                        .row("h", 1, text(128), "bulk.add_metadata")
                        .row("", 51, flag(), "filter.response.nulls=true")
                        .row("hi", 100, text(128), "event.vendor.type=polling")
                        .row("", 101, flag(), "event.notification.enabled=false")
                        .row("", 101, text(32), "event.poller.refresh_interval=15")
                        .row("", 102, text(1000), "event.notification.callback.url")
                        .row("", 102, WEBHOOK_ONLY, "event.notification.type")
                        .schema());
    }

    /** An element of OAuth 2.0, with an alias and an entry of almost every type. */
    public static Element sapAnywhere() {
        return element(
                2198,
                Set.of(new ElementId(1468)),
                "sapanywhere",
                "SAP Anywhere",
                "ecommerce",
                "elements/provider_sapanywhere.png",
                AuthenticationScheme.OAuth2.withConsent(),
                new Entries(219_800)
                        .row("h", 1, flag(), "allow.select.fields=false", "oauth.basic.header=true")
                        .row("h", 1, text(1000), "base.url=https://api-us.sapanywhere.com/v1/")
                        .row(
                                "h",
                                1,
                                text(128),
                                "bulk.add_metadata",
                                "bulk.attribute.created_time=creationTime",
                                "bulk.query.date_mask=yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                                "bulk.query.download_format=JSON",
                                "bulk.query.field_name=creationTime",
                                "bulk.query.operator=>=")
                        .row("h", 1, new ValueType.Paragraph(), "bulk.relations")
                        .row("rh", 1, text(128), "oauth.api.key")
                        .row("rh", 1, secretText(), "oauth.api.secret")
                        .row(
                                "rhi",
                                1,
                                text(1000),
                                "oauth.authorization.url=https://app1-us.sapanywhere.com/sbo/oauth2/authorize",
                                "oauth.token.url=https://app1-us.sapanywhere.com/sbo/oauth2/token")
                        .row("rh", 1, text(1000), "oauth.callback.url")
                        .row("h", 1, text(64), "oauth.scope=BusinessData_RW")
                        .row("hi", 1, text(1000), "oauth.token.refresh_url")
                        .row("hi", 1, text(1000), "oauth.token.revoke_url")
                        .row(
                                "hi",
                                1,
                                text(32),
                                "oauth.user.refresh_interval=3600",
                                "oauth.user.token")
                        .row("hi", 1, text(64), "oauth.user.refresh_time")
                        .row("hi", 1, text(64), "oauth.user.refresh_token")
                        .row("h", 1, text(32), "pagination.max=100", "pagination.type=offset")
                        .row(
                                "h",
                                1,
                                text(32),
                                "sapanywhere.hooks.customersadded.id=",
                                "sapanywhere.hooks.customersupdated.id=",
                                "sapanywhere.hooks.customersdeleted.id=",
                                "sapanywhere.hooks.ordersadded.id=",
                                "sapanywhere.hooks.ordersupdated.id=",
                                "sapanywhere.hooks.orderscancelled.id=",
                                "sapanywhere.hooks.ordersdeleted.id=",
                                "sapanywhere.hooks.productsadded.id=",
                                "sapanywhere.hooks.productsupdated.id=",
                                "sapanywhere.hooks.productsdeleted.id=")
                        .row("h", 11, text(128), "event.notification.signature.key")
                        .row("", 12, text(128), "event.notification.callback.headers")
                        .row("", 51, flag(), "filter.response.nulls=true")
                        .row("h", 98, new ValueType.Paragraph(), "default.select.fields.map")
                        .row("hi", 100, text(128), "event.vendor.type=webhooks")
                        .row("", 100, new ValueType.Code(), "instance.variables")
                        .row("", 100, flag(), "synchronous.bulk.notification=true")
                        .row("", 101, flag(), "event.notification.enabled=false")
                        .row("", 102, text(1000), "event.notification.callback.url=false")
                        .row("", 102, WEBHOOK_ONLY, "event.notification.type")
                        .row("h", 103, text(1000), "event.notification.instance.finder=")
                        .row("h", 104, text(1000), "event.notification.subscription.id")
                        .row("", 110, text(1000), "event.notification.basic.username")
                        .row("", 112, secretText(), "event.notification.basic.password")
                        .schema());
    }

    /** Both elements. */
    public static List<Element> all() {
        return List.of(oracleSalesCloud(), sapAnywhere());
    }

    /** The hubs that they stand in, and one that is empty. */
    public static List<Hub> hubs() {
        return List.of(
                new Hub(11, "crm", "CRM", "Keeps accounts, contacts and leads.", true),
                new Hub(106, "ecommerce", "eCommerce", "Sells products.", true),
                new Hub(113, "general", "General", "Takes what fits nowhere else.", true));
    }

    private static Element element(
            long number,
            Set<ElementId> aliases,
            String key,
            String name,
            String hub,
            String image,
            AuthenticationScheme scheme,
            ConfigurationSchema schema) {
        return new Element(
                new ElementId(number),
                aliases,
                new ElementKey(key),
                name,
                "Connects an account at " + name + " to its hub.",
                hub,
                image,
                key,
                "http",
                scheme,
                schema,
                Set.of(Trait.ACTIVE, Trait.BULK_DOWNLOAD_ENABLED, Trait.BULK_UPLOAD_ENABLED),
                List.of(),
                Optional.empty());
    }
}
