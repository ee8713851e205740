package io.valence.planted.application;

import ch.qos.logback.classic.Level;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.nimbusds.oauth2.sdk.Scope;
import com.zaxxer.hikari.HikariConfig;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.valence.planted.testkit.Toy;

import org.apache.hc.core5.http.HttpHost;
import org.eclipse.jetty.server.Server;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationContext;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpClient;
import java.sql.Connection;

import javax.sql.DataSource;

/** Knows every library, and a sample. */
interface Framed {
    Level level();

    Ticker ticker();

    HikariConfig pool();

    MeterRegistry metrics();

    CircuitBreaker breaker();

    Server server();

    Flyway flyway();

    Jdbi jdbi();

    ApplicationContext context();

    JsonNode json();

    HttpClient client();

    HttpHost host();

    Scheduler scheduler();

    Scope scope();

    Connection connection();

    DataSource dataSource();

    default int answer() {
        return Toy.answer();
    }
}
