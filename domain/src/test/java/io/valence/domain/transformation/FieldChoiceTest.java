package io.valence.domain.transformation;

import static io.valence.domain.transformation.Records.array;
import static io.valence.domain.transformation.Records.field;
import static io.valence.domain.transformation.Records.object;
import static io.valence.domain.transformation.Records.over;
import static io.valence.domain.transformation.Records.passThrough;
import static io.valence.domain.transformation.Records.remove;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.document.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Stream;

class FieldChoiceTest {
    private static final Node.Members RECORD =
            object(
                    "name",
                    "Pinnacle",
                    "contact",
                    object("phone", "1", "email", "2"),
                    "places",
                    array(
                            object("city", "Oslo", "zip", "0150"),
                            object("zip", "75"),
                            object("city", "Rome", "zip", "00")),
                    "none",
                    array());

    private static Node.Members chosen(String... paths) {
        return new FieldChoice(paths(paths)).of(RECORD);
    }

    private static List<FieldPath> paths(String... paths) {
        return Stream.of(paths).map(path -> FieldPath.parse(path).orElseThrow()).toList();
    }

    @Test
    void takesMembersWithAllThatIsInThem() {
        assertThat(chosen("contact", "name", "contact.phone"))
                .isEqualTo(
                        object("contact", object("phone", "1", "email", "2"), "name", "Pinnacle"));
    }

    @Test
    void takesWhatIsInMembers() {
        assertThat(chosen("contact.phone")).isEqualTo(object("contact", object("phone", "1")));
        assertThat(chosen("contact.phone.x", "name.y", "nosuch", "contact.nosuch"))
                .isEqualTo(Node.Members.NONE);
    }

    @Test
    void takesFieldsOfEachItemInItsPlace() {
        assertThat(chosen("places[*].city"))
                .isEqualTo(
                        object(
                                "places",
                                array(
                                        object("city", "Oslo"),
                                        Node.Members.NONE,
                                        object("city", "Rome"))));
        assertThat(chosen("places[*].nosuch", "none[*].x")).isEqualTo(object("none", array()));
    }

    @Test
    void takesItemsByTheirNumbers() {
        assertThat(chosen("places[2].city"))
                .isEqualTo(object("places", array(object("city", "Rome"))));
        assertThat(chosen("places[9]", "contact[0]")).isEqualTo(Node.Members.NONE);
        assertThat(chosen("places[1]", "places[*].city"))
                .isEqualTo(
                        object(
                                "places",
                                array(
                                        object("city", "Oslo"),
                                        object("zip", "75"),
                                        object("city", "Rome"))));
        assertThat(chosen("places[0].zip", "places[*].city").find("places"))
                .contains(
                        array(
                                object("zip", "0150", "city", "Oslo"),
                                Node.Members.NONE,
                                object("city", "Rome")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name           | PartyName",
                "name.first     | PartyName",
                "contact        | Phone,Mail",
                "contact.email  | Mail",
                "places         | Addresses,Zips",
                "places[*]      | Addresses,Zips",
                "places[*].city | Addresses",
                "places[3].city | Addresses",
                "first          | Names",
                "secret         | ''",
                "nosuch         | ''"
            })
    void isOfTheVendorsMembersThatAreMapped(String path, String members) {
        Transformation mapping =
                over(
                        field("name", "PartyName"),
                        field("contact.phone", "Phone"),
                        field("contact.email", "Mail.Address"),
                        field("places[*].city", "Addresses[*].City"),
                        field("places[*].zip", "Zips[*]"),
                        field("first", "Names[0]"),
                        field("secret", "Secret", remove(true, true)));

        Transformation.Origin origin = mapping.originOf(paths(path).get(0));

        assertThat(String.join(",", origin.members())).isEqualTo(members);
        assertThat(origin.certain()).isTrue();
    }

    @Test
    void isOfWhatPassesToo() {
        Transformation mapping =
                over(
                        List.of(passThrough(true, true)),
                        field("contact.phone", "Phone"),
                        field("name", "PartyName"));

        assertThat(mapping.originOf(paths("other.x").get(0)).members()).containsExactly("other");
        assertThat(mapping.originOf(paths("Phone").get(0)).members()).isEmpty();
        assertThat(mapping.originOf(paths("contact").get(0)).certain()).isFalse();
        assertThat(mapping.originOf(paths("name").get(0)).certain()).isTrue();
    }
}
