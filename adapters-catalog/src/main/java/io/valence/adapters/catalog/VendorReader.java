package io.valence.adapters.catalog;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.element.CheckCall;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reader of what {@code valence} says of speaking to the vendor. */
final class VendorReader {
    private static final String BASE_URL = "base.url";
    private static final List<String> CLIMBING = List.of(".", "..");

    private final Source source;
    private final Findings findings;

    VendorReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** How tokens are had, if nothing is wrong with it. */
    Optional<AuthenticationScheme.OAuth2> oauth(Members members) {
        String word = members.optionalText("grant").orElse(GrantType.AUTHORIZATION_CODE.wireName());
        Optional<GrantType> grant = GrantType.named(word);
        boolean pkce = members.flag("pkce", false);
        if (grant.isEmpty()) {
            findings.problem(
                    members.spot("grant"),
                    "there is no grant "
                            + Findings.quoted(word)
                            + "; grants are authorization_code and client_credentials");
        } else if (pkce && grant.get() != GrantType.AUTHORIZATION_CODE) {
            findings.problem(
                    members.spot("pkce"), "proof keys go with the grant authorization_code alone");
        }
        source.report(members, findings);
        return grant.map(known -> new AuthenticationScheme.OAuth2(known, pkce));
    }

    /** The check call, if nothing is wrong with it. */
    Optional<CheckCall> check(Members members, Set<String> keys) {
        Optional<String> path = members.text("path");
        boolean beforeStoring = members.flag("provisioning", true);
        source.report(members, findings);
        if (path.isPresent() && !isPath(path.get())) {
            findings.problem(
                    members.spot("path"),
                    "must be a path that begins with a slash, with a query or without, as it"
                            + " stands in an address");
            return Optional.empty();
        }
        if (!keys.contains(BASE_URL)) {
            findings.problem(members.spot(), "a check call needs an entry " + BASE_URL);
        }
        return path.map(known -> new CheckCall(known, beforeStoring));
    }

    /** Below the base URL and nowhere else. */
    static boolean isPath(String text) {
        if (!text.startsWith("/") || text.startsWith("//")) {
            return false;
        }
        try {
            URI address = new URI("http://vendor" + text);
            return address.getRawFragment() == null
                    && List.of(address.getPath().split("/", -1)).stream()
                            .noneMatch(CLIMBING::contains);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
