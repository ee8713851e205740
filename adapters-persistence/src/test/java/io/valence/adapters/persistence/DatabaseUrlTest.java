package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:/data/valence", "jdbc:h2:/data/valence;write_delay=0;"})
    void addsToH2WhatNothingMayBeOpenedWithout(String url) {
        String text = DatabaseUrl.of(url).text();

        assertThat(text)
                .startsWith("jdbc:h2:file:/data/valence;")
                .containsOnlyOnce("MODE=PostgreSQL")
                .containsOnlyOnce("DATABASE_TO_LOWER=TRUE")
                .containsOnlyOnce("DEFAULT_NULL_ORDERING=HIGH")
                .containsOnlyOnce("DB_CLOSE_ON_EXIT=FALSE")
                .containsOnlyOnce("DEFRAG_ALWAYS=TRUE");
        assertThat(text.toUpperCase(java.util.Locale.ROOT)).containsOnlyOnce("WRITE_DELAY=0");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:data/valence, jdbc:h2:file:./data/valence",
        "jdbc:h2:file:~/valence, jdbc:h2:file:~/valence",
        "jdbc:h2:./valence, jdbc:h2:file:./valence",
        "jdbc:postgresql://db/valence?password=x, jdbc:postgresql://db/valence"
    })
    void showsWhereTheDatabaseIsWithoutItsParameters(String url, String shown) {
        assertThat(DatabaseUrl.of(url)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/v;WRITE_DELAY=500, WRITE_DELAY",
        "jdbc:h2:file:/v;mode=Oracle, MODE",
        "jdbc:h2:file:/v;MODE, MODE",
        "jdbc:h2:mem:v, files only",
        "jdbc:h2:tcp://localhost/v, files only",
        "jdbc:h2:file:, files only",
        "jdbc:mysql://db/v, neither",
        "jdbc:postgresql://db/v?logServerErrorDetail=true, logServerErrorDetail"
    })
    void refusesWhatItCannotWorkWith(String url, String reason) {
        assertThatThrownBy(() -> DatabaseUrl.of(url))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining(reason);
    }

    @Test
    void tellsThePostgresDriverToBatchToGiveUpAndToKeepValuesToItself() {
        DatabaseUrl url = DatabaseUrl.of("jdbc:postgresql://db/valence");
        DatabaseSettings settings =
                DatabaseSettings.of(
                        "jdbc:postgresql://db/valence",
                        Optional.of("ada"),
                        Optional.of(Secret.of("geheim")));

        assertThat(url.propertiesWithTimeouts(settings))
                .containsEntry("user", "ada")
                .containsEntry("password", "geheim")
                .containsEntry("reWriteBatchedInserts", "true")
                .containsEntry("logServerErrorDetail", "false")
                .containsEntry("tcpKeepAlive", "true")
                .containsEntry("connectTimeout", "10")
                .containsEntry("socketTimeout", "40")
                .containsEntry("options", "-c statement_timeout=30000");
        assertThat(settings.toString()).doesNotContain("geheim");
    }
}
