package io.valence.sandbox.sap;

import io.valence.sandbox.http.Json;
import io.valence.sandbox.row.Names;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/** The records at the start: the same ones at every start. */
final class SapStock {
    static final List<String> CUSTOMER_TYPES = List.of("INDIVIDUAL_CUSTOMER", "CORPORATE_CUSTOMER");
    static final List<String> STATUSES = List.of("ACTIVE", "INACTIVE");
    static final List<String> STAGES = List.of("CUSTOMER", "LEAD");

    private static final int CUSTOMERS = 250;
    private static final int ORDERS = 300;
    private static final int PRODUCTS = 220;
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 1, 5, 8, 30);

    private final Rows customers =
            new Rows(
                    "id",
                    ("createdBy creationTime creditLimit creditLimitThreshold customFields"
                                    + " customerCode customerName customerType dateOfBirth"
                                    + " displayName email fax firstName gender language"
                                    + " lastMarketingCampaign lastName mainContactId"
                                    + " marketingStatus membershipBalance membershipEnabled"
                                    + " membershipLevelInfo membershipNo mobile owner phone"
                                    + " position remark stage status taxType title updateTime"
                                    + " updatedBy vatRegistrationNumber webSite")
                            .split(" "));
    private final Rows orders =
            new Rows(
                    "id",
                    ("billingAddress campaign carrier channel contactPerson createdBy"
                                    + " creationTime currency customFields customer customerRemark"
                                    + " deliveryTime discount docNumber exchangeRate"
                                    + " extMerchantInfo extOrderId fulfillmentMethod"
                                    + " grossDiscountSum grossProfitAmount grossProfitMargin"
                                    + " grossTotal headerCalculationBase invoicedTotal"
                                    + " netDiscountSum netTotal orderTime orderType owner"
                                    + " paidTotal paymentStatus paymentTerm paymentType"
                                    + " pricingMethod processorRemark productLines promotion"
                                    + " returnReason salesEmployee salesTotal shippingAddress"
                                    + " shippingCost shippingTime status taxAmount totalWeight"
                                    + " updateTime updatedBy")
                            .split(" "));
    private final Rows products =
            new Rows(
                    "id",
                    ("alertDaysBeforeExpiry backOrderAllowed batchSerial brand category code"
                                    + " creationTime customFields dropShipAllowed height"
                                    + " imageUploaded inventoryEnabled inventoryUom length"
                                    + " lengthUnitId mainImage manufacturer name productTaxClass"
                                    + " productUomGroup purchaseUom salesUom shelfLife status"
                                    + " taaSProductTaxClass updateTime variantEnabled vendor"
                                    + " weight weightUnitId width")
                            .split(" "));

    SapStock() {
        for (int i = 1; i <= CUSTOMERS; i++) {
            customers.put(customer(i));
        }
        for (int i = 1; i <= ORDERS; i++) {
            orders.put(order(i));
        }
        for (int i = 1; i <= PRODUCTS; i++) {
            products.put(product(i));
        }
    }

    Rows customers() {
        return customers;
    }

    Rows orders() {
        return orders;
    }

    Rows products() {
        return products;
    }

    private static ObjectNode customer(int number) {
        String person = Names.first(number - 1) + " " + Names.last(number - 1);
        ObjectNode row = row(number);
        row.put("customerCode", "C%05d".formatted(number));
        row.put("customerType", Names.pick(CUSTOMER_TYPES, number));
        row.put("customerName", number % 2 == 1 ? Names.firm(number) : person);
        row.put("displayName", person);
        row.put("firstName", Names.first(number - 1)).put("lastName", Names.last(number - 1));
        row.put("email", "customer" + number + "@shop.example").put("phone", "+1 555 0100");
        row.put("gender", "UNKNOWN").put("language", "en_US").put("stage", STAGES.getFirst());
        row.put("status", number % 20 == 0 ? STATUSES.getLast() : STATUSES.getFirst());
        row.put("membershipEnabled", number % 3 == 0).put("membershipBalance", number * 5 % 400);
        row.put("creditLimit", "1000").putNull("fax").putNull("dateOfBirth").putNull("remark");
        row.set("owner", reference(1 + number % 5, person(number % 5)));
        row.set("createdBy", reference(1, person(0)));
        row.putObject("customFields").put("ext_region", Names.place(number)[1]);
        return row;
    }

    private static ObjectNode order(int number) {
        int buyer = 1 + number % CUSTOMERS;
        double total = 20 + number * 3.5;
        ObjectNode row = row(number);
        row.put("docNumber", "SO%06d".formatted(number));
        row.put("orderType", number % 12 == 0 ? "RETURN_ORDER" : "SELL_ORDER");
        row.put("status", number % 4 == 0 ? "tsClosed" : "tsOpen");
        row.put("paymentStatus", number % 3 == 0 ? "UNPAID" : "PAID").put("paymentType", "CASH");
        row.put("orderTime", time(number * 11L)).put("pricingMethod", "NET_PRICE");
        row.put("discount", 0).put("exchangeRate", 1).put("salesTotal", total);
        row.put("shippingCost", 5).put("totalWeight", number % 30).putNull("deliveryTime");
        row.set("customer", reference(buyer, person(buyer - 1)));
        row.set("channel", reference(1, "Web shop"));
        row.set("currency", Json.object().put("code", "USD"));
        row.putObject("grossTotal").put("amount", total * 1.1).put("currencyCode", "USD");
        row.putObject("netTotal").put("amount", total).put("currencyCode", "USD");
        String[] place = Names.place(number);
        row.putObject("shippingAddress")
                .put("street1", number + " Station Road")
                .put("cityName", place[0])
                .put("countryCode", place[2]);
        return row;
    }

    private static ObjectNode product(int number) {
        ObjectNode row = row(number);
        row.put("code", "P%05d".formatted(number));
        row.put("name", Names.firm(number * 7).replace(" ", " No. " + number + " "));
        row.put("brand", "Brand " + (1 + number % 12)).put("category", "Category " + number % 6);
        row.put("manufacturer", "Manufacturer " + (1 + number % 10));
        row.put("status", number % 15 == 0 ? STATUSES.getLast() : STATUSES.getFirst());
        row.put("batchSerial", "NONE").put("inventoryEnabled", true).put("variantEnabled", false);
        row.put("backOrderAllowed", number % 2 == 0).put("dropShipAllowed", false);
        row.put("weight", number % 50 / 10.0).put("height", 1.5).put("width", 2.5).put("length", 3);
        row.put("imageUploaded", false).putNull("mainImage").putNull("shelfLife");
        row.set("salesUom", reference(1, "Piece"));
        row.set("productTaxClass", reference(1 + number % 3, "Tax class " + (1 + number % 3)));
        row.putObject("customFields").put("ext_priority", number % 3);
        return row;
    }

    static Rows brands() {
        return named("Brand", 12);
    }

    static Rows manufacturers() {
        return named("Manufacturer", 10);
    }

    static Rows taxClasses() {
        return named("Tax class", 3);
    }

    static Rows variants() {
        return named(List.of("Size", "Colour", "Material"));
    }

    static Rows variantValues() {
        return named(List.of("S", "M", "L", "XL", "Red", "Green", "Blue", "Cotton", "Wool"));
    }

    static Rows fulfillmentMethods() {
        return named(List.of("Self Pickup", "Standard Shipping", "Express Shipping"));
    }

    static Rows paymentTypes() {
        return named(List.of("Cash on Delivery", "Credit Card", "Bank Transfer"));
    }

    static Rows exceptionReasons() {
        Rows rows = new Rows("id", "description", "creationTime", "updateTime");
        List<String> reasons = List.of("Quality Issue", "Out of Stock", "Wrong Address");
        for (int i = 0; i < reasons.size(); i++) {
            rows.put(row(i + 1).put("description", reasons.get(i)));
        }
        return rows;
    }

    private static Rows named(String name, int count) {
        List<Integer> numbers = IntStream.rangeClosed(1, count).boxed().toList();
        return named(numbers.stream().map(number -> name + " " + number).toList());
    }

    private static Rows named(List<String> names) {
        Rows rows = new Rows("id", "name", "description", "creationTime", "updateTime");
        for (int i = 0; i < names.size(); i++) {
            rows.put(row(i + 1).put("name", names.get(i)).putNull("description"));
        }
        return rows;
    }

    private static ObjectNode row(int number) {
        return Json.object()
                .put("id", number)
                .put("creationTime", time(number * 9L))
                .put("updateTime", time(number * 9L + 60));
    }

    private static ObjectNode reference(int id, String name) {
        return Json.object().put("id", id).put("name", name);
    }

    private static String person(int number) {
        return Names.first(number) + " " + Names.last(number);
    }

    private static String time(long minutes) {
        return BEGINNING.plusMinutes(minutes) + ":00.000Z";
    }
}
