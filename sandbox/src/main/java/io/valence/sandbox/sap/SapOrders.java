package io.valence.sandbox.sap;

import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Routes;

import java.util.List;
import java.util.Map;

/** Sales orders, and the lists that they choose from. */
final class SapOrders {
    private static final String ORDERS = "SalesOrders";

    private final SapStock stock;

    SapOrders(SapStock stock) {
        this.stock = stock;
    }

    void addTo(Routes routes) {
        new SapRecords(ORDERS + "/ExceptionReasons", SapStock.exceptionReasons()).readable(routes);
        new SapRecords(ORDERS + "/FulfillmentMethods", SapStock.fulfillmentMethods())
                .readable(routes);
        new SapRecords(ORDERS + "/PaymentTypes", SapStock.paymentTypes()).readable(routes);
        new SapRecords(ORDERS, stock.orders())
                .countable(routes)
                .described(
                        routes,
                        Map.of(
                                "status", List.of("tsOpen", "tsClosed", "tsCanceled"),
                                "orderType", List.of("SELL_ORDER", "RETURN_ORDER"),
                                "paymentStatus", List.of("PAID", "UNPAID")))
                .readable(routes)
                .changeable(routes)
                .action(routes, "cancel", Json.object().put("status", "tsCanceled"));
    }
}
