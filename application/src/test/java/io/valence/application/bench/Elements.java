package io.valence.application.bench;

import static io.valence.domain.configuration.ConfigurationEntry.optional;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.Element;
import io.valence.domain.element.Hub;
import io.valence.domain.resource.Parameter;
import io.valence.testkit.sample.SampleElement;
import io.valence.testkit.sample.SampleElements;

import java.util.ArrayList;
import java.util.List;

/** The sample elements, and one for each way in which a vendor hands out tokens. */
public final class Elements {
    private Elements() {}

    public static List<Element> all() {
        List<Element> all = new ArrayList<>(SampleElements.all());
        all.add(oauth(3001, "oauth").element());
        all.add(
                oauth(3002, "oauthproof")
                        .authenticatedBy(
                                new AuthenticationScheme.OAuth2(GrantType.AUTHORIZATION_CODE, true))
                        .element());
        all.add(oauth(3003, "oauthclient").authenticatedBy(byItself()).element());
        all.add(oauth(3004, "oauthchecked").checkedBy("/me").element());
        all.add(oauth(3005, "oauthkeeping").without("oauth.token.revoke_url").element());
        all.add(
                oauth(3006, "oauthbare")
                        .without("oauth.user.token", "oauth.user.refresh_token")
                        .element());
        all.add(
                oauth(3007, "oauthsites")
                        .with(optional(99_007, "site.address", ValueType.text(100)))
                        .withDefault(
                                "oauth.authorization.url",
                                "https://{site.address}.example.com/authorize")
                        .withDefault("oauth.api.key", "shared-client")
                        .withDefault("oauth.api.secret", "shared-secret")
                        .element());
        all.add(
                oauth(3008, "oauthquery")
                        .sending(
                                new Parameter(
                                        1,
                                        Tokens.ACCESS_KEY.value(),
                                        Parameter.Source.CONFIGURATION,
                                        "access_token",
                                        Parameter.Destination.QUERY))
                        .element());
        all.add(
                oauth(3009, "oauthclientchecked")
                        .authenticatedBy(byItself())
                        .checkedBy("/me")
                        .element());
        all.add(
                oauth(3011, "oauthwithoutinterval")
                        .without("oauth.user.refresh_interval")
                        .element());
        all.add(
                SampleElement.like(SampleElements.oracleSalesCloud())
                        .called(3010, "basicchecked")
                        .checkedBy("/accounts?limit=1")
                        .element());
        return all;
    }

    public static List<Hub> hubs() {
        return SampleElements.hubs();
    }

    private static AuthenticationScheme byItself() {
        return new AuthenticationScheme.OAuth2(GrantType.CLIENT_CREDENTIALS, false);
    }

    private static SampleElement oauth(long number, String key) {
        return SampleElement.like(SampleElements.sapAnywhere())
                .called(number, key)
                .sending()
                .withDefault("base.url", "https://api.example.com/v1")
                .withDefault("oauth.token.url", "https://auth.example.com/token")
                .withDefault("oauth.token.revoke_url", "https://auth.example.com/revoke");
    }
}
