package io.valence.testkit.sample;

import io.valence.domain.account.User;
import io.valence.domain.instance.Owner;

/** Instances to begin with; each can be made into what a test is about. */
public final class SampleInstances {
    private SampleInstances() {}

    /** This user's instance of Oracle Sales Cloud: supplied as asked, with one secret. */
    public static SampleInstance of(User owner) {
        return bare(owner)
                .element(SampleElements.oracleSalesCloud().id().value())
                .tagged("sample")
                .holding("username", "ada")
                .hiding("password", "correct horse battery staple")
                .holding("site.url", "mysite.example.com");
    }

    /** This user's instance of SAP Anywhere, whose tokens are ordinary settings. */
    public static SampleInstance authorizedFor(User owner) {
        return bare(owner)
                .element(SampleElements.sapAnywhere().id().value())
                .tagged("sample")
                .hiding("oauth.api.key", "sample-client")
                .hiding("oauth.api.secret", "sample-client-secret")
                .holding("oauth.callback.url", "https://app.example.com/auth")
                .filledByVendor("oauth.user.refresh_interval", "43199")
                .hiddenByVendor("oauth.user.token", "sample-access-token")
                .hiddenByVendor("oauth.user.refresh_token", "sample-refresh-token");
    }

    /** This user's instance of SAP Anywhere, whose tokens are kept in a grant. */
    public static SampleInstance grantedTo(User owner) {
        return bare(owner)
                .element(SampleElements.sapAnywhere().id().value())
                .tagged("sample")
                .holding("oauth.api.key", "sample-client")
                .hiding("oauth.api.secret", "sample-client-secret")
                .holding("oauth.callback.url", "https://app.example.com/auth")
                .granted(SampleTokens.first());
    }

    /** This user's instance of Oracle Sales Cloud, without tags, settings and secrets. */
    public static SampleInstance bare(User owner) {
        return new SampleInstance(Owner.of(owner));
    }
}
