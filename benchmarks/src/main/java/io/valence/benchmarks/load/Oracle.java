package io.valence.benchmarks.load;

/** The request that the load is made of: the Oracle Sales Cloud document's. */
final class Oracle {
    static final String INSTANCES = "/elements/api-v2/instances";

    static final String REQUEST =
            """
            {"element": {"key": "oraclesalescloud"},
             "configuration": {
               "username": "ada.lovelace",
               "password": "not-a-real-password",
               "site.url": "mysite.oracle.com"},
             "tags": ["measured"],
             "name": "An instance to measure by"}
            """;

    private Oracle() {}
}
