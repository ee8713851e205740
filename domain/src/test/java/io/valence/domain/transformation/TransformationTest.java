package io.valence.domain.transformation;

import static io.valence.domain.transformation.Records.array;
import static io.valence.domain.transformation.Records.field;
import static io.valence.domain.transformation.Records.node;
import static io.valence.domain.transformation.Records.object;
import static io.valence.domain.transformation.Records.over;
import static io.valence.domain.transformation.Records.passThrough;
import static io.valence.domain.transformation.Records.remove;
import static io.valence.domain.transformation.Records.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.document.Node;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class TransformationTest {
    @Nested
    class MapsFields {
        private final Transformation mapping =
                over(
                        field("name", "PartyName"),
                        field("address.city", "PrimaryAddress[0].City"),
                        field("address.zip", "PrimaryAddress[0].PostalCode"));

        @Test
        void fromTheVendorAndDropsWhatIsNotMapped() {
            Node theirs =
                    object(
                            "PartyName",
                            "Pinnacle",
                            "PartyId",
                            7,
                            "PrimaryAddress",
                            array(object("City", "Oslo", "PostalCode", "0150", "Line", "x")));

            assertThat(mapping.fromVendor(theirs))
                    .isEqualTo(
                            object(
                                    "name",
                                    "Pinnacle",
                                    "address",
                                    object("city", "Oslo", "zip", "0150")));
        }

        @Test
        void toTheVendor() {
            Node mine = object("address", object("zip", "0150"), "name", "Pinnacle", "other", 1);

            assertThat(mapping.toVendor(mine))
                    .isEqualTo(
                            object(
                                    "PartyName",
                                    "Pinnacle",
                                    "PrimaryAddress",
                                    array(object("PostalCode", "0150"))));
        }

        @Test
        void ofWhichNoneMakesNothing() {
            assertThat(mapping.fromVendor(object("PrimaryAddress", array())))
                    .isEqualTo(Node.Members.NONE);
            assertThat(mapping.fromVendor(object("PrimaryAddress", "Oslo")))
                    .isEqualTo(Node.Members.NONE);
        }

        @Test
        void thatAreNullToo() {
            assertThat(mapping.fromVendor(object("PartyName", new Node.Nothing())))
                    .isEqualTo(object("name", new Node.Nothing()));
        }

        @Test
        void ofEachRecordOfAList() {
            assertThat(mapping.fromVendor(array(object("PartyName", "A"), object(), "x")))
                    .isEqualTo(array(object("name", "A"), object(), "x"));
            assertThat(mapping.toVendor(node("x"))).isEqualTo(node("x"));
        }

        @Test
        void ofEachItemWhateverItLacks() {
            Transformation lines =
                    over(
                            field("lines[*].sku", "items[*].product.code"),
                            field("tags[*]", "t[*].v"));
            Node theirs =
                    object(
                            "items",
                            array(
                                    object("product", object("code", "a")),
                                    object(),
                                    object("product", object("code", "c")),
                                    object()),
                            "t",
                            array(object("v", 1), object("v", 2)));

            Node mine = lines.fromVendor(theirs);

            assertThat(mine)
                    .isEqualTo(
                            object(
                                    "lines",
                                    array(
                                            object("sku", "a"),
                                            object(),
                                            object("sku", "c"),
                                            object()),
                                    "tags",
                                    array(1, 2)));
            assertThat(lines.toVendor(mine)).isEqualTo(theirs);
        }

        @Test
        void ofItemsOfItems() {
            Transformation nested = over(field("a[*].b[*].c", "x[*].y.z[*].w"));
            Node theirs =
                    object(
                            "x",
                            array(
                                    object("y", object("z", array(object("w", 1), object("w", 2)))),
                                    object("y", object("z", array()))));

            Node mine = nested.fromVendor(theirs);

            assertThat(mine)
                    .isEqualTo(
                            object(
                                    "a",
                                    array(
                                            object("b", array(object("c", 1), object("c", 2))),
                                            object("b", array()))));
            assertThat(nested.toVendor(mine)).isEqualTo(theirs);
        }

        @Test
        void andFillsUpWhatIsBeforeAnItem() {
            assertThat(over(field("a", "list[2]")).toVendor(object("a", 5)))
                    .isEqualTo(object("list", array(new Node.Nothing(), new Node.Nothing(), 5)));
        }

        @Test
        void intoAnotherThatIsMappedAsAWhole() {
            Transformation both = over(field("address.city", "Town"), field("address", "Address"));

            assertThat(both.fromVendor(object("Town", "Oslo", "Address", object("zip", 1))))
                    .isEqualTo(object("address", object("zip", 1, "city", "Oslo")));
        }
    }

    @Nested
    class PassesThrough {
        private final FieldMapping[] fields = {
            field("name", "PartyName"),
            field("city", "Address[0].City"),
            field("lines[*].sku", "items[*].code")
        };

        private final Node theirs =
                object(
                        "PartyName",
                        "P",
                        "Rank",
                        3,
                        "Address",
                        array(object("City", "Oslo")),
                        "items",
                        array(object("code", "a"), object("code", "b", "price", 2)));

        @Test
        void whatNoFieldMapsUnderTheVendorsNames() {
            assertThat(over(List.of(passThrough(true, false)), fields).fromVendor(theirs))
                    .isEqualTo(
                            object(
                                    "Rank",
                                    3,
                                    "items",
                                    array(object(), object("price", 2)),
                                    "name",
                                    "P",
                                    "city",
                                    "Oslo",
                                    "lines",
                                    array(object("sku", "a"), object("sku", "b"))));
        }

        @Test
        void nothingInTheOtherDirection() {
            Transformation mapping = over(List.of(passThrough(true, false)), fields);

            assertThat(mapping.toVendor(object("name", "P", "Rank", 4)))
                    .isEqualTo(object("PartyName", "P"));
        }

        @Test
        void toTheVendorToo() {
            Transformation mapping = over(List.of(passThrough(false, true)), fields);

            assertThat(
                            mapping.toVendor(
                                    object(
                                            "city",
                                            "Oslo",
                                            "Address",
                                            array(object("Country", "NO")),
                                            "Rank",
                                            4)))
                    .isEqualTo(
                            object(
                                    "Address",
                                    array(object("Country", "NO", "City", "Oslo")),
                                    "Rank",
                                    4));
            assertThat(mapping.fromVendor(object("Rank", 4))).isEqualTo(object());
        }

        @Test
        void nothingThatIsRemoved() {
            Transformation mapping =
                    over(
                            List.of(passThrough(true, true)),
                            field("ssn", "TaxNumber", remove(true, false)),
                            field("rank", "Rank", remove(false, true)));

            assertThat(mapping.fromVendor(object("TaxNumber", 1, "Rank", 2, "x", 3)))
                    .isEqualTo(object("x", 3, "rank", 2));
            assertThat(mapping.toVendor(object("ssn", 1, "rank", 2, "x", 3)))
                    .isEqualTo(object("x", 3, "TaxNumber", 1));
        }

        @Test
        void nothingIfTheWholeIsToRemoveIt() {
            Transformation mapping =
                    over(List.of(passThrough(true, true), remove(true, false)), fields);

            assertThat(mapping.fromVendor(object("PartyName", "P", "Rank", 3)))
                    .isEqualTo(object("name", "P"));
            assertThat(mapping.toVendor(object("Rank", 3))).isEqualTo(object("Rank", 3));
        }
    }

    @Nested
    class ConvertsValues {
        private final Transformation mapping =
                over(
                        typed("text", "string", "a", "number"),
                        typed("count", "number", "b", "string"),
                        typed("yes", "boolean", "c", "string"),
                        typed("at", "date", "d", "number"));

        @Test
        void whereNothingIsLost() {
            Node theirs = object("a", 1.50, "b", "-12e3", "c", "true", "d", 1700000000123L);

            Node mine = mapping.fromVendor(theirs);

            assertThat(mine)
                    .isEqualTo(
                            object(
                                    "text",
                                    "1.5",
                                    "count",
                                    new Node.Decimal("-12e3"),
                                    "yes",
                                    true,
                                    "at",
                                    "2023-11-14T22:13:20.123Z"));
            assertThat(mapping.toVendor(mine)).isEqualTo(theirs);
        }

        @Test
        void butLeavesThemWhereSomethingWouldBe() {
            Node odd =
                    object("b", "007", "c", "TRUE", "d", new Node.Decimal("1e400"), "a", array(1));

            assertThat(mapping.fromVendor(odd))
                    .isEqualTo(
                            object(
                                    "text",
                                    array(1),
                                    "count",
                                    "007",
                                    "yes",
                                    "TRUE",
                                    "at",
                                    new Node.Decimal("1e400")));
        }

        @Test
        void thatAreDatesOnlyIfTheyAreMomentsInWholeMilliseconds() {
            for (String text :
                    List.of(
                            "2023-11-14",
                            "2023-11-14T22:13:20.1234567Z",
                            "2023-11-14T22:13:20+01:00",
                            "+1000000000-12-31T23:59:59Z")) {
                assertThat(mapping.toVendor(object("at", text))).isEqualTo(object("d", text));
            }
        }
    }

    @Nested
    class TranslatesNames {
        private final FieldMapping[] fields = {
            field("name", "PartyName"),
            field("address", "PrimaryAddress[0]"),
            field("address.city", "Town"),
            field("ssn", "TaxNumber", remove(true, false))
        };

        @Test
        void ofMappedFieldsAndWhatIsInThem() {
            Transformation mapping = over(fields);

            assertThat(mapping.vendorPathOf("name")).contains("PartyName");
            assertThat(mapping.vendorPathOf("address.city")).contains("Town");
            assertThat(mapping.vendorPathOf("address.zip")).contains("PrimaryAddress[0].zip");
        }

        @Test
        void ofNothingElse() {
            Transformation mapping = over(fields);

            assertThat(List.of("ssn", "TaxNumber", "PartyName", "Rank", "", "a..b"))
                    .allSatisfy(path -> assertThat(mapping.vendorPathOf(path)).isEmpty());
        }

        @Test
        void ofWhatPasses() {
            Transformation mapping = over(List.of(passThrough(true, false)), fields);

            assertThat(mapping.vendorPathOf("Rank")).contains("Rank");
            assertThat(List.of("ssn", "TaxNumber", "TaxNumber.x", "PartyName"))
                    .filteredOn(path -> !path.equals("ssn"))
                    .allSatisfy(path -> assertThat(mapping.vendorPathOf(path)).isEmpty());
        }
    }

    @Nested
    class IsRefused {
        @Test
        void withAPathTwiceOnEitherSide() {
            List<FieldMapping> fields = List.of(field("a", "x"), field("a", "y"), field("b", "x"));

            assertThat(Transformation.objections(fields))
                    .containsExactly(
                            "a list in which the path a occurs once",
                            "a list in which the vendorPath x occurs once");
            assertThatThrownBy(() -> over(fields.toArray(FieldMapping[]::new)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void withMoreFieldsThanAnybodyNeeds() {
            assertThat(Transformation.objections(fields(500, "f%s", "v%s"))).isEmpty();
            assertThat(Transformation.objections(fields(501, "f%s", "v%s"))).hasSize(1);
        }

        @Test
        void withMoreArraysThanAnybodyNeeds() {
            assertThat(Transformation.objections(fields(32, "f%s[*].a", "v%s[*]"))).isEmpty();
            assertThat(Transformation.objections(fields(33, "f%s[*].a", "v[*].a%s")))
                    .containsExactly("a list of at most 32 arrays with [*] in path");
        }

        @Test
        void withEachItemOnOneSideAlone() {
            assertThatThrownBy(() -> field("a", "b[*]"))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        private static List<FieldMapping> fields(int count, String path, String vendorPath) {
            return IntStream.range(0, count)
                    .mapToObj(i -> field(path.formatted(i), vendorPath.formatted(i)))
                    .toList();
        }
    }
}
