/**
 * Elements, instances and configuration validation, for the server and for any service that embeds
 * them.
 *
 * <p>Requires nothing. Every interface here is either sealed (a closed choice) or a port (an open
 * door).
 */
module io.valence.domain {
    exports io.valence.domain.account;
    exports io.valence.domain.authentication;
    exports io.valence.domain.authorization;
    exports io.valence.domain.call;
    exports io.valence.domain.configuration;
    exports io.valence.domain.document;
    exports io.valence.domain.element;
    exports io.valence.domain.instance;
    exports io.valence.domain.query;
    exports io.valence.domain.resource;
    exports io.valence.domain.secret;
    exports io.valence.domain.trace;
    exports io.valence.domain.transformation;
}
