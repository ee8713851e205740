package io.valence.adapters.rest.http;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.secret.Secret;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code Authorization} header: pairs of a scheme and a secret, in any order, with commas
 * between them, such as {@code User u, Organization o, Element t}.
 */
final class CallerHeader {
    private static final Set<String> SCHEMES =
            Set.of("user", "organization", "element", "operator");

    private final Map<String, Secret> secrets;

    private CallerHeader(Map<String, Secret> secrets) {
        this.secrets = secrets;
    }

    /** The header's pairs; a text that is none is refused without repeating it. */
    static CallerHeader parse(String header) {
        Map<String, Secret> secrets = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String text = pair.strip();
            int space = text.indexOf(' ');
            String secret = space < 0 ? "" : text.substring(space + 1).strip();
            if (secret.isEmpty() || secret.indexOf(' ') >= 0) {
                throw broken();
            }
            String scheme = text.substring(0, space).toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme) || secrets.put(scheme, Secret.of(secret)) != null) {
                throw broken();
            }
        }
        return new CallerHeader(secrets);
    }

    private static Refusal broken() {
        return Refusal.unauthorized(
                "The Authorization header cannot be read. Send it as: Authorization: User <secret>,"
                        + " Organization <secret>, and, where an instance is meant by its token,"
                        + " Element <token>, each once.");
    }

    Optional<UserSecret> user() {
        return Optional.ofNullable(secrets.get("user")).map(UserSecret::new);
    }

    Optional<OrganizationSecret> organization() {
        return Optional.ofNullable(secrets.get("organization")).map(OrganizationSecret::new);
    }

    Optional<InstanceToken> element() {
        return Optional.ofNullable(secrets.get("element")).map(InstanceToken::new);
    }

    Optional<OperatorSecret> operator() {
        return Optional.ofNullable(secrets.get("operator")).map(OperatorSecret::new);
    }
}
