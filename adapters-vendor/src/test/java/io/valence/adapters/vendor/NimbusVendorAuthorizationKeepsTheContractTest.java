package io.valence.adapters.vendor;

import io.valence.domain.authorization.VendorAuthorization;
import io.valence.testkit.contract.AuthorizationServer;
import io.valence.testkit.contract.VendorAuthorizationContract;

import org.junit.jupiter.api.AfterEach;

class NimbusVendorAuthorizationKeepsTheContractTest implements VendorAuthorizationContract {
    private final WireAuthorizationServer server = new WireAuthorizationServer();
    private final HttpVendors door = HttpVendors.open(Calls.settings(Calls.LOOPBACK));

    @AfterEach
    void closes() {
        door.close();
        server.close();
    }

    @Override
    public VendorAuthorization authorization() {
        return door.authorization();
    }

    @Override
    public AuthorizationServer server() {
        return server;
    }
}
