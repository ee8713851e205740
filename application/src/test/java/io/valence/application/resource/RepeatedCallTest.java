package io.valence.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.application.call.Through;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.instance.Instance;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.Resources;
import io.valence.domain.resource.VendorApi;
import io.valence.testkit.memory.InMemoryDocuments;
import io.valence.testkit.memory.InMemorySeals;
import io.valence.testkit.memory.InMemoryVendors.Sent;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

class RepeatedCallTest {
    private final Bench bench = new Bench(element());
    private final Node node = new Node(bench, "node-1");
    private final Instance instance =
            bench.provisioned(
                    "repeating", Bench.draft("Test", List.of(), Supplied.of(Bench.oracle())));
    private final CallResource call =
            new CallResource(
                    node.reach,
                    new InMemoryDocuments(),
                    new InMemorySeals(),
                    bench.kept,
                    bench.clock);

    private static Element element() {
        Element original = SampleElements.oracleSalesCloud();
        return new Element(
                new ElementId(3_100),
                Set.of(),
                new ElementKey("repeating"),
                original.name(),
                original.description(),
                original.hub(),
                original.image(),
                original.logo(),
                original.protocol(),
                original.scheme(),
                original.schema(),
                original.traits(),
                original.parameters(),
                Optional.empty(),
                new VendorApi(
                        Resources.of(
                                List.of(
                                        resource(1, "GET", "GET"),
                                        resource(2, "DELETE", "DELETE"),
                                        resource(3, "PUT", "POST"),
                                        resource(4, "PATCH", "PUT"),
                                        resource(5, "POST", "POST"))),
                        List.of(),
                        Optional.empty()));
    }

    private static Resource resource(long id, String method, String vendorMethod) {
        Parameter body =
                new Parameter(1, "body", Parameter.Source.BODY, "body", Parameter.Destination.BODY);
        return new Resource(
                id,
                method,
                PathTemplate.parse("/things").orElseThrow(),
                vendorMethod,
                PathTemplate.parse("/dinge").orElseThrow(),
                "",
                Resource.Kind.API,
                Optional.empty(),
                method.startsWith("P") ? List.of(body) : List.of(),
                method.equals("GET")
                        ? Resource.Pagination.VENDOR_SUPPORTED
                        : Resource.Pagination.NO_PAGINATION,
                Optional.empty(),
                Optional.empty(),
                Manner.ORDINARY);
    }

    private static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }

    private static VendorAnswer answer(int status, String body) {
        return new VendorAnswer.Answered(
                status, List.of(new Header("Retry-After", "1")), content(body), true);
    }

    private CallResource.Outcome call(String method) {
        return call.call(
                new CallResource.Request(
                        bench.ada,
                        new Through.ById(instance.id()),
                        method,
                        List.of("things"),
                        Map.of(),
                        List.of(new Header("Content-Type", "application/json")),
                        method.startsWith("P")
                                ? Optional.of(content("{\"a\":1}"))
                                : Optional.empty(),
                        false));
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "DELETE, 3", "PATCH, 3", "PUT, 1", "POST, 1"})
    void goesByTheMethodThatTheVendorIsSent(String method, int times) {
        for (int i = 0; i < 3; i++) {
            bench.api.answerNext(answer(503, "{\"message\":\"busy\"}"));
        }

        CallResource.Outcome outcome = call(method);

        assertThat(outcome).isInstanceOf(CallResource.Outcome.VendorRefused.class);
        CallResource.Outcome.VendorRefused refused = (CallResource.Outcome.VendorRefused) outcome;
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.said()).contains("busy");
        assertThat(refused.limits()).contains(new Header("Retry-After", "1"));
        assertThat(bench.api.sent()).hasSize(times);
    }

    @Test
    void sendsTheWholeBodyEachTime() {
        bench.api.answerNext(answer(429, ""));
        bench.api.answerNext(answer(502, ""));
        bench.api.answerNext(answer(200, "{\"id\":1}"));

        CallResource.Outcome outcome = call("PATCH");

        assertThat(outcome).isInstanceOf(CallResource.Outcome.Answered.class);
        assertThat(bench.api.sent())
                .extracting(Sent::body)
                .containsExactly("{\"a\":1}", "{\"a\":1}", "{\"a\":1}");
    }
}
