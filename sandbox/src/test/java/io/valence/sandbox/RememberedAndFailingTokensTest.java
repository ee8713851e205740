package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

class RememberedAndFailingTokensTest {
    @TempDir Path folder;

    private Sandbox sandbox;
    private SapAnywhere vendor;
    private Application application;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().folder(folder.resolve("sandbox")));
        vendor = sandbox.sapAnywhere();
        application = new Application(vendor);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void failsOnDemand() {
        var tokens = application.granted();
        vendor.answerNextTokens(1, 503, "text/html", "<h1>Later</h1>");
        assertThat(application.refresh(tokens.refresh()).statusCode()).isEqualTo(503);

        vendor.hangUpNextTokens(1);
        assertThatThrownBy(() -> application.refresh(tokens.refresh()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(vendor.tokenRequests("refresh_token")).isZero();

        vendor.loseNextTokenAnswers(1);
        assertThatThrownBy(() -> application.refresh(tokens.refresh()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(Application.error(application.refresh(tokens.refresh())))
                .isEqualTo("400 invalid_grant");
        assertThat(vendor.refreshReuses()).isEqualTo(1);
    }

    @Test
    void takesItsTimeOnDemand() {
        vendor.delayTokens(Duration.ofMillis(300));
        var began = System.nanoTime();

        application.granted();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(299));
    }

    @Test
    void remembersItsGrants() throws Exception {
        var tokens = application.granted();
        var old = Application.tokens(application.refresh(tokens.refresh()));
        var ended = application.granted();
        application.revoke(ended.refresh());
        var code = application.code(Map.of());
        var file = folder.resolve("sandbox/sap-anywhere.json");

        sandbox.close();
        start();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(application.isAdmitted(old.access())).isTrue();
        assertThat(application.isAdmitted(ended.access())).isFalse();
        assertThat(application.exchange(code).statusCode()).isEqualTo(200);
        assertThat(application.refresh(old.refresh()).statusCode()).isEqualTo(200);
        assertThat(Application.error(application.refresh(tokens.refresh())))
                .isEqualTo("400 invalid_grant");
        assertThat(application.isAdmitted(old.access())).isFalse();
    }

    @Test
    void saysThatItsFileIsBroken() throws Exception {
        sandbox.close();
        Files.writeString(folder.resolve("sandbox/sap-anywhere.json"), "{\"key\"");

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sap-anywhere.json");
    }
}
