package io.valence.benchmarks.validation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is supplied to the two validators: values of SAP Anywhere's document. */
final class SapConfiguration {
    private SapConfiguration() {}

    /** What the document's request supplies. */
    static Map<String, String> requested() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("oauth.callback.url", "https://www.mycoolapp.com/auth");
        values.put("oauth.api.key", "API_KEY");
        values.put("oauth.api.secret", "API_SECRET");
        return values;
    }

    /**
     * Every value that the document's answer shows, sent back as a client does that reads first.
     */
    static Map<String, String> answered() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("base.url", "https://api-us.sapanywhere.com/v1/");
        values.put("sapanywhere.hooks.ordersupdated.id", "");
        values.put("sapanywhere.hooks.productsdeleted.id", "");
        values.put("event.vendor.type", "webhooks");
        values.put("filter.response.nulls", "true");
        values.put("bulk.query.date_mask", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        values.put("bulk.attribute.created_time", "creationTime");
        values.put("sapanywhere.hooks.customersupdated.id", "");
        values.put("pagination.type", "offset");
        values.put("sapanywhere.hooks.productsupdated.id", "");
        values.put("oauth.user.refresh_token", "74aa707d-b7692ecc4a55");
        values.put("oauth.user.refresh_interval", "43199");
        values.put("sapanywhere.hooks.orderscancelled.id", "");
        values.put("event.notification.enabled", "false");
        values.put("bulk.query.field_name", "creationTime");
        values.put("oauth.token.url", "https://app1-us.sapanywhere.com/sbo/oauth2/token");
        values.put("pagination.max", "100");
        values.put("sapanywhere.hooks.ordersadded.id", "");
        values.put("sapanywhere.hooks.customersadded.id", "");
        values.put("oauth.scope", "BusinessData_RW");
        values.put("sapanywhere.hooks.customersdeleted.id", "");
        values.put("oauth.user.token", "eee1db172c126639e29e");
        values.put("bulk.query.operator", ">=");
        values.put("sapanywhere.hooks.ordersdeleted.id", "");
        values.put(
                "oauth.authorization.url", "https://app1-us.sapanywhere.com/sbo/oauth2/authorize");
        values.put("bulk.query.download_format", "JSON");
        values.put("event.notification.instance.finder", "");
        values.put("event.notification.callback.url", "false");
        values.put("sapanywhere.hooks.productsadded.id", "");
        values.put("oauth.user.refresh_time", "147931541");
        values.put("oauth.basic.header", "true");
        values.putAll(requested());
        return values;
    }
}
