package io.valence.application.call;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Credentials;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An instance that a call goes through, and what it is an instance of.
 *
 * @param recording what keeps how it goes, if anything does
 */
public record Reached(Element element, Connection connection, Optional<Recording> recording) {
    /** One that nobody watches. */
    Reached(Element element, Connection connection) {
        this(element, connection, Optional.empty());
    }

    /** The same, watched by this. */
    Reached recordedBy(Recording watching) {
        return new Reached(element, connection, Optional.of(watching));
    }

    /** The same with these tokens. */
    Reached with(Connection healthy) {
        return new Reached(element, healthy, recording);
    }

    /** The instance's number. */
    public InstanceId id() {
        return connection.instance().id();
    }

    /** What the vendor is spoken to with. */
    public UnlockedConfiguration configuration() {
        return connection.configuration(element);
    }

    /** What its vendor must not be quoted with: credentials as they are sent, and their parts. */
    public List<Secret> secrets() {
        UnlockedConfiguration configuration = configuration();
        Optional<Tokens> tokens = connection.grant().map(Grant::tokens);
        List<Secret> secrets = new ArrayList<>(configuration.everySecret());
        Credentials.of(element, configuration, tokens)
                .ifPresent(credentials -> secrets.addAll(credentials.secrets()));
        tokens.map(Tokens::access).ifPresent(secrets::add);
        tokens.flatMap(Tokens::refresh).ifPresent(secrets::add);
        return secrets;
    }
}
