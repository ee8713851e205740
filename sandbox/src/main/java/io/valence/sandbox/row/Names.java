package io.valence.sandbox.row;

import java.util.List;

/** Names of people, firms and places for sample records: the same ones at every start. */
public final class Names {
    private static final List<String> FIRST =
            List.of(
                    "Brian", "Ada", "Chen", "Dmitri", "Elena", "Femi", "Greta", "Hassan", "Ingrid",
                    "João", "Keiko", "Liam", "Maya", "Noor", "Olga", "Pablo", "Qiu", "Rosa",
                    "Søren", "Tala", "Uma", "Viktor", "Wanjiru");
    private static final List<String> LAST =
            List.of(
                    "Smith",
                    "O'Neill",
                    "Müller",
                    "García",
                    "Kowalska",
                    "Nakamura",
                    "Okafor",
                    "Petrov",
                    "Rossi",
                    "Silva",
                    "Tanaka",
                    "Virtanen",
                    "Weiss",
                    "Yilmaz",
                    "Zhang",
                    "Dubois",
                    "Eriksson",
                    "Farah",
                    "Haddad");
    private static final List<String> WORDS =
            List.of(
                    "Blue", "Silver", "North", "Green", "Bright", "Stone", "Cedar", "Swift",
                    "Amber", "Coral", "Iron", "Maple", "Prime", "Quiet", "River", "Solar", "Union");
    private static final List<String> TRADES =
            List.of(
                    "Bakery",
                    "Logistics",
                    "Robotics",
                    "Textiles",
                    "Foods",
                    "Optics",
                    "Marine",
                    "Print",
                    "Energy",
                    "Tools",
                    "Toys",
                    "Books",
                    "Travel");
    private static final List<String> CITIES =
            List.of(
                    "San Jose,CA,US",
                    "Austin,TX,US",
                    "Toronto,ON,CA",
                    "Berlin,BE,DE",
                    "Lyon,ARA,FR",
                    "Osaka,27,JP",
                    "Porto,13,PT",
                    "Nairobi,30,KE",
                    "Pune,MH,IN");

    private Names() {}

    /** A given name. */
    public static String first(int number) {
        return pick(FIRST, number);
    }

    /** A family name. */
    public static String last(int number) {
        return pick(LAST, number);
    }

    /** The name of a firm. */
    public static String firm(int number) {
        return pick(WORDS, number) + " " + pick(TRADES, number);
    }

    /** City, region and country. */
    public static String[] place(int number) {
        return pick(CITIES, number).split(",");
    }

    /** One of these, in turn. */
    public static String pick(List<String> all, int number) {
        return all.get(Math.floorMod(number, all.size()));
    }
}
