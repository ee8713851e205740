package io.valence.sandbox.oracle;

import io.valence.sandbox.http.Json;
import io.valence.sandbox.row.Names;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one resource at the start, and what the vendor adds to a new one.
 *
 * @param numbered the fields that hold the record's number
 * @param required what a new record must bring
 */
record Stock(Rows rows, List<String> numbered, List<String> required) {
    private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 1, 5, 8, 30);
    private static final List<String> RANKS = List.of("HOT", "WARM", "COOL");
    private static final long FIRST = 300_000_001_000_000L;

    /** Writes the fields of one sample record. */
    private interface Sample {
        void write(ObjectNode row, int number);
    }

    /** Gives a new record its numbers. */
    void fill(ObjectNode row, long number) {
        for (String field : numbered) {
            if (field.endsWith("Number")) {
                row.put(field, Long.toString(number));
            } else {
                row.put(field, number);
            }
        }
    }

    static Map<String, Stock> all() {
        Map<String, Stock> all = new LinkedHashMap<>();
        all.put(
                "accounts",
                stock(240, List.of("PartyNumber", "PartyId"), "OrganizationName", Stock::account));
        all.put(
                "contacts",
                stock(300, List.of("PartyNumber", "PartyId"), "LastName", Stock::contact));
        all.put("leads", stock(200, List.of("LeadId"), "", Stock::lead));
        all.put("opportunities", stock(200, List.of("OptyNumber", "OptyId"), "Name", Stock::deal));
        all.put("deals", stock(60, List.of("DealId"), "", Stock::registration));
        all.put(
                "activities",
                stock(120, List.of("ActivityNumber", "ActivityId"), "Subject", Stock::activity));
        all.put(
                "resourceUsers",
                stock(12, List.of("ResourceProfileId"), "ResourceLastName", Stock::user));
        return all;
    }

    private static Stock stock(int count, List<String> numbered, String required, Sample sample) {
        Rows rows = new Rows(numbered.getFirst());
        Stock stock = new Stock(rows, numbered, required.isEmpty() ? List.of() : List.of(required));
        for (int i = 0; i < count; i++) {
            ObjectNode row = Json.object();
            stock.fill(row, FIRST + i);
            sample.write(row, i);
            row.put("CreatedBy", "demo@sandbox.example");
            row.put("CreationDate", time(i * 7L));
            row.put("LastUpdateDate", time(i * 7L + 90));
            rows.put(row);
        }
        return stock;
    }

    private static void account(ObjectNode row, int number) {
        String[] place = Names.place(number);
        row.put("OrganizationName", Names.firm(number));
        row.put("PartyUniqueName", Names.firm(number) + " (" + place[0] + ")");
        row.put("Type", number % 3 == 0 ? "ZCA_PROSPECT" : "ZCA_CUSTOMER");
        row.put("SalesProfileStatus", number % 10 == 9 ? "I" : "A");
        row.put("YearEstablished", 1950 + number % 70);
        row.put("EmailAddress", "office" + number + "@firm.example");
        row.put("FormattedPhoneNumber", phone(number));
        row.put("OwnerName", person(number % 12));
        if (number % 4 == 3) {
            row.putNull("URL");
        } else {
            row.put("URL", "https://firm" + number + ".example");
        }
        row.putArray("PrimaryAddress")
                .addObject()
                .put("AddressLine1", (number + 1) + " Market Street")
                .put("City", place[0])
                .put("State", place[1])
                .put("Country", place[2]);
    }

    private static void contact(ObjectNode row, int number) {
        row.put("FirstName", Names.first(number)).put("LastName", Names.last(number));
        row.put("ContactName", person(number));
        row.put("EmailAddress", "contact" + number + "@firm.example");
        row.put("WorkPhoneNumber", phone(number));
        row.put("JobTitle", Names.pick(List.of("Buyer", "Director", "Engineer"), number));
        row.put("AccountPartyId", FIRST + number % 240);
        row.put("AccountName", Names.firm(number % 240));
        row.put("SalesProfileStatus", "A");
        row.put("Type", "ZCA_CONTACT");
    }

    private static void lead(ObjectNode row, int number) {
        row.put("Name", "Lead " + (number + 1) + " of " + Names.firm(number));
        row.put("Rank", Names.pick(RANKS, number));
        row.put("StatusCode", Names.pick(List.of("UNQUALIFIED", "QUALIFIED", "CONVERTED"), number));
        row.put("CustomerPartyName", Names.firm(number));
        row.put("Description", "Asked about prices at fair " + (1 + number % 5));
        row.put("PrimaryContactId", FIRST + number % 300);
        row.put("PrimaryContactPartyName", person(number));
        row.put("PrimaryContactPersonFirstName", Names.first(number));
        row.put("PrimaryContactPersonLastName", Names.last(number));
        row.put("PrimaryContactEmailAddress", "contact" + number + "@firm.example");
    }

    private static void deal(ObjectNode row, int number) {
        row.put("Name", Names.firm(number) + " order " + (number + 1));
        row.put("Revenue", 1_000 + 137 * number).put("CurrencyCode", "USD");
        row.put("StatusCode", Names.pick(List.of("OPEN", "WON", "LOST"), number));
        row.put("SalesStage", Names.pick(List.of("Discovery", "Proposal", "Agreement"), number));
        row.put("WinProb", number * 10 % 100);
        row.put("TargetPartyId", FIRST + number % 240);
        row.put("TargetPartyName", Names.firm(number % 240));
        row.put("EffectiveDate", "2026-09-" + (10 + number % 20));
        row.put("Comments", "");
    }

    private static void registration(ObjectNode row, int number) {
        row.put("DealName", "Registered deal " + (number + 1));
        row.put("DealSize", 5_000 + 250 * number);
        row.put("DealType", number % 2 == 0 ? "NEW_BUSINESS" : "RENEWAL");
        row.put("CloseDate", "2026-10-" + (10 + number % 20));
        row.put("ContactId", FIRST + number % 300).put("CustomerId", FIRST + number % 240);
        row.put("StatusCode", "ORA_DRAFT");
    }

    private static void activity(ObjectNode row, int number) {
        row.put("Subject", Names.pick(List.of("Visit", "Call", "Demo"), number) + " " + number);
        row.put("ActivityFunctionCode", number % 3 == 1 ? "TASK" : "APPOINTMENT");
        row.put("ActivityTypeCode", "MEETING");
        row.put("ActivityStartDate", time(5_000 + number * 60L));
        row.put("ActivityEndDate", time(5_060 + number * 60L));
        row.put("ActivityDescription", "At " + Names.firm(number));
        row.put("AccountId", FIRST + number % 240).put("LastName", Names.last(number));
    }

    private static void user(ObjectNode row, int number) {
        row.put("ResourceFirstName", Names.first(number));
        row.put("ResourceLastName", Names.last(number));
        row.put("PartyName", person(number))
                .put("ResourcePartyNumber", Long.toString(FIRST + number));
        row.put("Username", "user" + number + "@sandbox.example");
        row.put("EmailAddress", "user" + number + "@sandbox.example");
        row.put("Status", "ACTIVE");
    }

    private static String person(int number) {
        return Names.first(number) + " " + Names.last(number);
    }

    private static String phone(int number) {
        return "+1 555 01" + (10 + number % 90);
    }

    private static String time(long minutes) {
        return BEGINNING.plusMinutes(minutes) + ":00+00:00";
    }
}
