package io.valence.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Accounts of Oracle Sales Cloud as the vendor writes them: each with members that are null. */
final class Account {
    /** Where the vendor has them. */
    static final String PATH = "/crmRestApi/resources/latest/accounts";

    /** What is asked of the vendor for one page of so many records. */
    static final String QUERY = "?limit=%d&offset=0&onlyData=true&totalResults=true";

    /** The member that each has once. */
    static final String KEY = "\"PartyNumber\":";

    /** Names as long as those of companies are, so that an account has about 400 bytes. */
    private static final List<String> NAMES =
            List.of("Pinnacle Systems", "Silver Logistics", "North Robotics", "Bright Foods");

    private Account() {}

    private static String record(long number) {
        return String.format(
                Locale.ROOT,
                """
                {"PartyNumber":"CDRM_%1$d","PartyId":%1$d,"OrganizationName":"%2$s",\
                "Type":"ZCA_CUSTOMER","SalesProfileStatus":"A","YearEstablished":%3$d,\
                "EmailAddress":null,"FormattedPhoneNumber":"+1 555 %4$04d","OwnerName":null,\
                "URL":null,"PrimaryAddress":[{"AddressLine1":"%5$d Market Street",\
                "City":"San Jose","State":"CA","Country":"US"}],\
                "CreationDate":"2026-01-05T08:30:00+00:00"}\
                """,
                300_000_000_000_000L + number,
                NAMES.get((int) (number % NAMES.size())),
                1900 + number % 120,
                number % 10_000,
                1 + number % 400);
    }

    /** A page of the vendor's: so many of all, from this one on. */
    static String page(long offset, int limit, long all) {
        long end = Math.min(all, offset + limit);
        String records =
                LongStream.range(offset, end)
                        .mapToObj(Account::record)
                        .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"items\":[%s],\"count\":%d,\"hasMore\":%b,\"limit\":%d,\"offset\":%d,"
                        + "\"totalResults\":%d}",
                records,
                Math.max(0, end - offset),
                end < all,
                limit,
                offset,
                all);
    }
}
