package io.valence.adapters.catalog;

/** Element files to start from. */
final class Sample {
    private Sample() {}

    /** The least that a file can say. */
    static String minimal() {
        return """
        {
          "id": 900001,
          "key": "acme",
          "name": "Acme",
          "description": "Acme's customers.",
          "authentication": {"type": "none"},
          "configuration": []
        }
        """;
    }

    /** The same with one entry, whose members beyond number and key are these. */
    static String withEntry(String members) {
        return minimal()
                .replace(
                        "\"configuration\": []",
                        "\"configuration\": [{\"id\": 1, \"key\": \"site\", \"name\": \"Site\","
                                + " \"description\": \"The site.\", "
                                + members
                                + "}]");
    }
}
