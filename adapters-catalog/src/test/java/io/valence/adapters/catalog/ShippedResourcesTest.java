package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.VendorObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the shipped elements say of their vendors' APIs. */
class ShippedResourcesTest {
    private static final Set<String> OF_LISTS =
            Set.of("where", "page", "pageSize", "fields", "orderBy");

    private final ShippedElements elements = ShippedElements.load();

    @ParameterizedTest
    @CsvSource({
        "accounts, accounts, PartyNumber",
        "contacts, contacts, PartyNumber",
        "leads, leads, LeadId",
        "opportunities, opportunities, OptyNumber",
        "deals, deals, DealId",
        "activities, activities, ActivityNumber",
        "users, resourceUsers, ResourceProfileId"
    })
    void offersFiveCallsOfEachResourceOfOracle(String name, String vendorName, String idField) {
        String vendorPath = "/crmRestApi/resources/latest/" + vendorName;

        Resource list = resource(oracle(), "GET", name);
        List<Resource> others =
                List.of(
                        resource(oracle(), "POST", name),
                        resource(oracle(), "GET", name, "1"),
                        resource(oracle(), "PATCH", name, "1"),
                        resource(oracle(), "DELETE", name, "1"));

        assertThat(list.vendorPath()).hasToString(vendorPath);
        assertThat(list.rootKey()).hasToString("Optional[items]");
        assertThat(list.isList()).isTrue();
        assertThat(list.manner().paging()).contains(PagingStyle.OFFSET);
        assertThat(list.manner().idField()).contains(idField);
        assertThat(queries(list)).containsAll(OF_LISTS);
        assertThat(others)
                .allSatisfy(
                        each -> {
                            assertThat(each.vendorPath().toString()).startsWith(vendorPath);
                            assertThat(each.vendorMethod()).isEqualTo(each.method());
                            assertThat(each.isList()).isFalse();
                        });
        assertThat(oracle().api().resources().find(List.of(name, "1")).orElseThrow().methods())
                .containsExactlyInAnyOrder("GET", "PATCH", "DELETE");
    }

    @Test
    void offersEveryCallOfSapAnywhere() {
        assertThat(sap().api().resources().all()).hasSize(87);
        assertThat(sap().api().resources().all())
                .filteredOn(each -> each.kind() == Resource.Kind.API_NO_DOCUMENTATION)
                .extracting(each -> each.path().toString())
                .containsExactly("/webhooks", "/webhooks/{id}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, customers/count, GET, /Customers/count",
        "GET, customers/5, GET, /Customers/{id}",
        "PATCH, customers/5/membership/enable, POST, /Customers/{id}/enableMembership",
        "DELETE, orders/5, POST, /SalesOrders/{id}/cancel",
        "GET, orders/payment-types/2, GET, /SalesOrders/PaymentTypes/{id}",
        "DELETE, products/variant-values/3, DELETE, /Products/VariantValues/{id}",
        "DELETE, products/5/images/2, DELETE, /Products/{id}/Images/{productImageId}"
    })
    void asksSapAnywhereForSomethingElse(
            String method, String path, String vendorMethod, String vendorPath) {
        Resource resource = resource(sap(), method, path.split("/"));

        assertThat(resource.vendorMethod()).isEqualTo(vendorMethod);
        assertThat(resource.vendorPath()).hasToString(vendorPath);
    }

    @Test
    void getsBareIdsAndFilesFromSapAnywhere() {
        for (Resource resource : sap().api().resources().all()) {
            boolean isPost = resource.method().equals("POST");
            boolean isDownload =
                    resource.method().equals("GET")
                            && (resource.path().toString().endsWith("/{attachmentId}")
                                    || resource.path().toString().endsWith("/{productImageId}"));

            assertThat(resource.manner().content())
                    .as(resource.path().toString())
                    .isEqualTo(
                            isPost
                                    ? Manner.Answered.BARE_ID
                                    : isDownload ? Manner.Answered.FILE : Manner.Answered.RECORDS);
        }
    }

    @Test
    void sendsFilesToSapAnywhereInAPartOfTheirOwn() {
        for (String path : List.of("customers/1/attachments", "products/1/images")) {
            assertThat(resource(sap(), "POST", path.split("/")).parameters())
                    .filteredOn(each -> each.source() == Parameter.Source.MULTIPART)
                    .singleElement()
                    .satisfies(
                            file -> {
                                assertThat(file.vendorName()).isEqualTo("file");
                                assertThat(file.required()).isTrue();
                            });
        }
    }

    @Test
    void numbersEverythingOnce() {
        List<Long> numbers = new ArrayList<>();
        for (Element element : List.of(oracle(), sap())) {
            element.parameters().forEach(each -> numbers.add(each.id()));
            for (Resource resource : element.api().resources().all()) {
                numbers.add(resource.id());
                resource.parameters().forEach(each -> numbers.add(each.id()));
            }
            for (VendorObject object : element.api().objects()) {
                numbers.add(object.id());
                object.fields().forEach(each -> numbers.add(each.id()));
            }
        }

        assertThat(numbers).hasSizeGreaterThan(700).doesNotHaveDuplicates();
    }

    @Test
    void describesEveryResource() {
        for (Element element : List.of(oracle(), sap())) {
            assertThat(element.api().resources().all())
                    .allSatisfy(each -> assertThat(each.description()).isNotBlank().endsWith("."));
        }
    }

    @Test
    void knowsTheKindsOfRecordsThatResourcesAreAbout() {
        for (Element element : List.of(oracle(), sap())) {
            Set<String> names = new TreeSet<>();
            element.api()
                    .resources()
                    .all()
                    .forEach(each -> each.objectName().ifPresent(names::add));

            assertThat(element.api().objects())
                    .extracting(VendorObject::name)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(object(sap(), "customers").fields()).hasSize(37);
        assertThat(object(sap(), "orders").fields()).hasSize(48);
        assertThat(object(sap(), "products").fields()).hasSize(32);
        assertThat(object(oracle(), "leads").primaryKey()).contains("LeadId");
    }

    @Test
    void tellsRecordsApartByAFieldThatTheyHave() {
        for (Element element : List.of(oracle(), sap())) {
            assertThat(element.api().objects())
                    .filteredOn(object -> !object.fields().isEmpty())
                    .isNotEmpty()
                    .allSatisfy(
                            object ->
                                    assertThat(object.fields())
                                            .filteredOn(VendorObject.Field::primaryKey)
                                            .extracting(VendorObject.Field::name)
                                            .containsExactly(object.primaryKey().orElseThrow()));
        }
    }

    private static List<String> queries(Resource resource) {
        return resource.parameters().stream()
                .filter(each -> each.source() == Parameter.Source.QUERY)
                .map(Parameter::name)
                .toList();
    }

    private static VendorObject object(Element element, String name) {
        return element.api().objects().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Resource resource(Element element, String method, String... path) {
        return element.api()
                .resources()
                .find(List.of(path))
                .flatMap(found -> found.of(method))
                .orElseThrow();
    }

    private Element oracle() {
        return elements.get(new ElementId(1948)).orElseThrow();
    }

    private Element sap() {
        return elements.get(new ElementId(2198)).orElseThrow();
    }
}
