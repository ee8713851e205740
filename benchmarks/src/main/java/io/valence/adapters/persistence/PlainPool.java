package io.valence.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.util.Optional;

/** A pool that is set up as the adapter's own. */
public final class PlainPool {
    private PlainPool() {}

    /** Connections to this database. */
    public static HikariDataSource of(String url) {
        DatabaseSettings settings = DatabaseSettings.of(url, Optional.empty(), Optional.empty());
        DatabaseUrl whole = DatabaseUrl.of(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("plain");
        config.setJdbcUrl(whole.text());
        config.setDataSourceProperties(whole.propertiesWithTimeouts(settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        return new HikariDataSource(config);
    }
}
