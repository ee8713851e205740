package io.valence.sandbox.sap;

import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Routes;
import io.valence.sandbox.row.Names;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Customers, and their contacts, notes, files and membership. */
final class SapCustomers {
    private static final String CUSTOMERS = "Customers";
    private static final String OF_ONE = "Customers/{id}/";

    private final Rows rows;
    private final Shelf shelf;

    SapCustomers(Rows rows, Shelf shelf) {
        this.rows = rows;
        this.shelf = shelf;
    }

    void addTo(Routes routes) {
        SapRecords customers =
                new SapRecords(CUSTOMERS, rows)
                        .countable(routes)
                        .described(
                                routes,
                                Map.of(
                                        "title", List.of("MR", "MS", "MRS", "DR"),
                                        "gender", List.of("MALE", "FEMALE", "UNKNOWN"),
                                        "customerType", SapStock.CUSTOMER_TYPES,
                                        "status", SapStock.STATUSES,
                                        "stage", SapStock.STAGES))
                        .readable(routes)
                        .changeable(routes, "lastName")
                        .action(
                                routes,
                                "enableMembership",
                                Json.object().put("membershipEnabled", true))
                        .action(
                                routes,
                                "disableMembership",
                                Json.object().put("membershipEnabled", false));
        new SapParts(customers, OF_ONE + "Contacts", SapCustomers::contacts).listed(routes);
        new SapParts(customers, OF_ONE + "MembershipEvents", _ -> membershipEvents())
                .listed(routes)
                .addable(routes);
        new SapParts(customers, OF_ONE + "Notes", SapCustomers::notes)
                .listed(routes)
                .addable(routes)
                .single(routes);
        SapParts.files(customers, OF_ONE + "Attachments").listed(routes).stored(routes, shelf);
    }

    private static Rows contacts(ObjectNode customer) {
        int number = customer.path("id").asInt();
        Rows contacts = new Rows("id", "firstName", "lastName", "email", "phone", "isMain");
        for (int i = 1; i <= 1 + number % 2; i++) {
            contacts.put(
                    Json.object()
                            .put("id", i)
                            .put("firstName", Names.first(number + i))
                            .put("lastName", Names.last(number + i))
                            .put("email", "contact" + number + "." + i + "@shop.example")
                            .put("phone", "+1 555 0123")
                            .put("isMain", i == 1));
        }
        return contacts;
    }

    private static Rows notes(ObjectNode customer) {
        Rows notes = new Rows("id", "content", "creationTime", "updateTime");
        return notes.put(
                Json.object()
                        .put("id", 1)
                        .put("content", "Prefers mail to " + customer.path("email").asString())
                        .put("creationTime", "2026-02-01T09:00:00.000Z")
                        .put("updateTime", "2026-02-01T09:00:00.000Z"));
    }

    private static Rows membershipEvents() {
        return new Rows("id", "eventType", "points", "creationTime", "updateTime");
    }
}
