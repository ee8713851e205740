package io.valence.testkit.sample;

import static io.valence.domain.configuration.ValueType.flag;
import static io.valence.domain.configuration.ValueType.secretText;
import static io.valence.domain.configuration.ValueType.text;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.Hub;
import io.valence.domain.element.Trait;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.VendorApi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two elements that resemble shipped ones, two that differ in how tokens are had, and the hubs that
 * they stand in.
 */
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

    /**
     * An element of OAuth 2.0 whose token goes in the query of every call, with an alias and an
     * entry of almost every type.
     */
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
                        .schema(),
                new Parameter(
                        219_801,
                        Tokens.ACCESS_KEY.value(),
                        Parameter.Source.CONFIGURATION,
                        "access_token",
                        Parameter.Destination.QUERY));
    }

    /**
     * An element of OAuth 2.0 that takes proof keys and declares a check call; every call names its
     * site in a header.
     */
    public static Element proofKeys() {
        return new Element(
                new ElementId(9001),
                Set.of(),
                new ElementKey("proofkeys"),
                "Proof Keys",
                "Connects an account at a vendor that takes proof keys.",
                "general",
                "elements/provider_proofkeys.png",
                "proofkeys",
                "http",
                new AuthenticationScheme.OAuth2(GrantType.AUTHORIZATION_CODE, true),
                consenting(900_100, "https://{site.url}"),
                Set.of(Trait.ACTIVE),
                List.of(
                        new Parameter(
                                1,
                                "site.url",
                                Parameter.Source.CONFIGURATION,
                                "X-Site",
                                Parameter.Destination.HEADER)),
                Optional.of(new CheckCall("/me?fields=id")),
                VendorApi.UNKNOWN);
    }

    private static ConfigurationSchema consenting(long firstEntry, String site) {
        return common(
                new Entries(firstEntry)
                        .row("r", 1, text(1000), "site.url")
                        .row("h", 1, text(1000), "base.url=" + site + "/api")
                        .row("rh", 1, text(128), "oauth.api.key")
                        .row("rh", 1, secretText(), "oauth.api.secret")
                        .row("rh", 1, text(1000), "oauth.callback.url")
                        .row("h", 1, flag(), "oauth.basic.header=true")
                        .row("h", 1, text(256), "oauth.scope=openid offline_access")
                        .row(
                                "rhi",
                                1,
                                text(1000),
                                "oauth.authorization.url=" + site + "/authorize",
                                "oauth.token.url=" + site + "/token",
                                "oauth.token.revoke_url=" + site + "/revoke")
                        .row(
                                "hi",
                                1,
                                text(32),
                                "oauth.user.token",
                                "oauth.user.refresh_token",
                                "oauth.user.refresh_interval",
                                "oauth.user.refresh_time"));
    }

    /** An element of OAuth 2.0 that nobody consents to: its tokens are the application's own. */
    public static Element clientCredentials() {
        return element(
                9002,
                Set.of(),
                "clientcredentials",
                "Client Credentials",
                "general",
                "elements/provider_clientcredentials.png",
                new AuthenticationScheme.OAuth2(GrantType.CLIENT_CREDENTIALS, false),
                common(
                        new Entries(900_200)
                                .row("r", 1, text(1000), "site.url")
                                .row("h", 1, text(1000), "base.url=https://{site.url}/api")
                                .row("r", 1, text(128), "oauth.api.key")
                                .row("r", 1, secretText(), "oauth.api.secret")
                                .row("h", 1, flag(), "oauth.basic.header=false")
                                .row("h", 1, text(256), "oauth.scope=reports:read")
                                .row(
                                        "rhi",
                                        1,
                                        text(1000),
                                        "oauth.token.url=https://{site.url}/token")
                                .row(
                                        "hi",
                                        1,
                                        text(32),
                                        "oauth.user.token",
                                        "oauth.user.refresh_interval",
                                        "oauth.user.refresh_time")));
    }

    /** With the entries that every element has. */
    private static ConfigurationSchema common(Entries entries) {
        return entries.row("", 51, flag(), "filter.response.nulls=true")
                .row("hi", 100, text(128), "event.vendor.type=polling")
                .row("", 101, flag(), "event.notification.enabled=false")
                .row("", 102, text(1000), "event.notification.callback.url")
                .row("", 102, WEBHOOK_ONLY, "event.notification.type")
                .schema();
    }

    /** The two that resemble shipped ones. */
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
            ConfigurationSchema schema,
            Parameter... parameters) {
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
                List.of(parameters),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }
}
