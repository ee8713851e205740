package io.valence.sandbox.sap;

import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Routes;
import io.valence.sandbox.row.Rows;

import java.util.List;
import java.util.Map;

/** Products, what they are sorted by, and their files and images. */
final class SapProducts {
    private static final String PRODUCTS = "Products";
    private static final String OF_ONE = "Products/{id}/";

    private final SapStock stock;
    private final Shelf shelf;

    SapProducts(SapStock stock, Shelf shelf) {
        this.stock = stock;
        this.shelf = shelf;
    }

    void addTo(Routes routes) {
        facet(routes, "Brands", SapStock.brands());
        facet(routes, "Manufacturers", SapStock.manufacturers());
        facet(routes, "ProductTaxClasses", SapStock.taxClasses());
        facet(routes, "Variants", SapStock.variants());
        facet(routes, "VariantValues", SapStock.variantValues());
        SapRecords products =
                new SapRecords(PRODUCTS, stock.products())
                        .countable(routes)
                        .described(
                                routes,
                                Map.of(
                                        "status",
                                        SapStock.STATUSES,
                                        "batchSerial",
                                        List.of("NONE", "BATCH", "SERIAL")))
                        .readable(routes)
                        .changeable(routes, "name")
                        .removable(routes);
        toggle(routes, products, "Inventory", "inventoryEnabled");
        toggle(routes, products, "Variant", "variantEnabled");
        SapParts.files(products, OF_ONE + "Attachments").listed(routes).stored(routes, shelf);
        SapParts.files(products, OF_ONE + "Images")
                .listed(routes)
                .stored(routes, shelf)
                .clearable(routes, shelf);
    }

    private static void toggle(Routes routes, SapRecords products, String name, String field) {
        products.action(routes, "enable" + name, Json.object().put(field, true));
        products.action(routes, "disable" + name, Json.object().put(field, false));
    }

    private static void facet(Routes routes, String name, Rows rows) {
        new SapRecords(PRODUCTS + "/" + name, rows)
                .countable(routes)
                .readable(routes)
                .changeable(routes, "name")
                .removable(routes);
    }
}
