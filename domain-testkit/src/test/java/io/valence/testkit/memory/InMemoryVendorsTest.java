package io.valence.testkit.memory;

import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.Vendors;
import io.valence.testkit.contract.ApiServer;
import io.valence.testkit.contract.VendorsContract;

import java.net.URI;
import java.util.List;

class InMemoryVendorsTest implements VendorsContract {
    private final InMemoryVendors vendors = new InMemoryVendors();

    InMemoryVendorsTest() {
        vendors.bar("barred.example.com");
    }

    @Override
    public Vendors vendors() {
        return vendors;
    }

    @Override
    public ApiServer server() {
        return new Scripted();
    }

    private final class Scripted implements ApiServer {
        @Override
        public URI base() {
            return URI.create("https://api.example.com/v1");
        }

        @Override
        public URI elsewhere() {
            return URI.create("https://elsewhere.example.com/v1");
        }

        @Override
        public URI barred() {
            return URI.create("https://barred.example.com/v1");
        }

        @Override
        public void answer(String path, int status, List<Header> headers, String body) {
            vendors.answer(path, new InMemoryVendors.Reply(status, headers, body));
        }

        @Override
        public void next(Mishap mishap) {
            boolean late = mishap == Mishap.NO_ANSWER;
            vendors.answerNext(new VendorAnswer.Unreachable("No answer", late, true));
        }

        @Override
        public List<Received> received() {
            return vendors.sent().stream()
                    .map(
                            sent ->
                                    new Received(
                                            sent.method(),
                                            sent.target(),
                                            sent.headers(),
                                            sent.body()))
                    .toList();
        }
    }
}
