package io.valence.adapters.vendor;

import io.valence.domain.call.Vendors;
import io.valence.testkit.contract.ApiServer;
import io.valence.testkit.contract.VendorsContract;

import org.junit.jupiter.api.AfterEach;

class ApacheVendorsKeepTheContractTest implements VendorsContract {
    private final WireApi api = new WireApi();
    private final HttpVendors door =
            HttpVendors.open(Calls.settings(Calls.LOOPBACK), WireApi.lookup());

    @AfterEach
    void closes() {
        door.close();
        api.close();
    }

    @Override
    public Vendors vendors() {
        return door.vendors();
    }

    @Override
    public ApiServer server() {
        return api;
    }
}
