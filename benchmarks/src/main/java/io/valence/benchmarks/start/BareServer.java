package io.valence.benchmarks.start;

import com.zaxxer.hikari.HikariDataSource;

import io.valence.adapters.persistence.PlainPool;
import io.valence.adapters.rest.RestApi;
import io.valence.adapters.rest.SameServer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What every server on these libraries must do before it answers: a Spring context, an H2 database
 * migrated by Flyway, and Jetty, with nothing to say.
 */
@Configuration(proxyBeanMethods = false)
public class BareServer {
    private static final String DATABASE = "bare.database";
    private static final String PORT = "bare.port";

    /** Called by Spring. */
    public BareServer() {}

    /** Starts on a database and a port. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty(DATABASE, arguments[0]);
        System.setProperty(PORT, arguments[1]);
        AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext(BareServer.class);
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        Thread.currentThread().join();
    }

    @Bean
    HikariDataSource pool() {
        return PlainPool.of(System.getProperty(DATABASE, ""));
    }

    @Bean
    Flyway tables(HikariDataSource pool) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration")
                        .placeholderReplacement(false)
                        .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    RestApi http(Flyway tables) {
        return SameServer.start(new Silence(), Integer.getInteger(PORT, 0));
    }

    private static final class Silence extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(200);
            callback.succeeded();
            return true;
        }
    }
}
