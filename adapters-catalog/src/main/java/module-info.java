/** The catalog: shipped elements, and elements from files of the operator. */
module io.valence.adapters.catalog {
    requires transitive io.valence.domain;
    requires tools.jackson.databind;

    exports io.valence.adapters.catalog;
}
