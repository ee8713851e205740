package io.valence.domain.authorization;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Setting;
import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a vendor let an instance in with: the token that calls carry, and what it is renewed by.
 *
 * @param refresh absent if the vendor hands out none
 * @param obtainedAt when they were asked for, by this server's clock
 * @param expiresAt absent if only a 401 will tell
 */
public record Tokens(
        Secret access, Optional<Secret> refresh, Instant obtainedAt, Optional<Instant> expiresAt) {
    /** The entry that shows the access token. */
    public static final ConfigurationKey ACCESS_KEY = new ConfigurationKey("oauth.user.token");

    /** The entry that shows the refresh token. */
    public static final ConfigurationKey REFRESH_KEY =
            new ConfigurationKey("oauth.user.refresh_token");

    /** The entry that shows for how many seconds the access token is good. */
    public static final ConfigurationKey INTERVAL_KEY =
            new ConfigurationKey("oauth.user.refresh_interval");

    /** The entry that shows when it was had, in milliseconds since 1970. */
    public static final ConfigurationKey TIME_KEY = new ConfigurationKey("oauth.user.refresh_time");

    private static final Set<ConfigurationKey> KEYS =
            Set.of(ACCESS_KEY, REFRESH_KEY, INTERVAL_KEY, TIME_KEY);

    /** Whether this entry shows a part of the tokens, which are not stored among the settings. */
    public static boolean shows(ConfigurationKey key) {
        return KEYS.contains(key);
    }

    /** For how long the access token is good from the beginning, if that is known. */
    public Optional<Duration> lifetime() {
        return expiresAt.map(end -> Duration.between(obtainedAt, end));
    }

    /** Whether the access token is past its time. */
    public boolean areStale(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    /** Whether these were handed out together with those, whatever else is known of them. */
    public boolean are(Tokens others) {
        return access.equals(others.access()) && refresh.equals(others.refresh());
    }

    /** The same tokens, with this refresh token if the vendor did not hand out another. */
    public Tokens keeping(Optional<Secret> earlier) {
        return refresh.isPresent() ? this : new Tokens(access, earlier, obtainedAt, expiresAt);
    }

    /** What an instance's configuration shows of them. */
    public Map<ConfigurationKey, Setting> shown() {
        Map<ConfigurationKey, Setting> shown = new LinkedHashMap<>();
        shown.put(ACCESS_KEY, new Setting.Hidden(Origin.VENDOR));
        if (refresh.isPresent()) {
            shown.put(REFRESH_KEY, new Setting.Hidden(Origin.VENDOR));
        }
        lifetime()
                .ifPresent(
                        time ->
                                shown.put(
                                        INTERVAL_KEY,
                                        plain(Long.toString(Math.max(0, time.toSeconds())))));
        shown.put(TIME_KEY, plain(Long.toString(obtainedAt.toEpochMilli())));
        return shown;
    }

    private static Setting plain(String text) {
        return new Setting.Plain(text, Origin.VENDOR);
    }
}
