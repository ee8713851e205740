package io.valence.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.VendorAuthorization;

import org.junit.jupiter.api.AfterEach;

import java.util.ArrayList;
import java.util.List;

/** It keeps the contract, whoever listens. */
class WatchedVendorAuthorizationTest extends InMemoryVendorAuthorizationTest {
    private final List<TokenExchange> heard = new ArrayList<>();

    @Override
    public VendorAuthorization authorization() {
        return new WatchedVendorAuthorization(super.authorization(), heard::add);
    }

    @AfterEach
    void theWitnessHeardNoMoreThanWasAsked() {
        assertThat(heard).hasSizeLessThanOrEqualTo(server().requests());
    }
}
