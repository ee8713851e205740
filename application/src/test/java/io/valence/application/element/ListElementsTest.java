package io.valence.application.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.element.ListElements.Outcome;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;
import io.valence.testkit.memory.InMemoryElements;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class ListElementsTest {
    private final ListElements list =
            new ListElements(new InMemoryElements(SampleElements.all(), SampleElements.hubs()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key = 'sapanywhere' | sapanywhere",
                "hub='crm' and active='true' | oraclesalescloud",
                "key in ('sapanywhere','oraclesalescloud') | oraclesalescloud,sapanywhere",
                "private='true' | ''",
                "id = 2198 | sapanywhere",
                "authentication.type = 'basic' | oraclesalescloud",
            })
    void narrowsByTheirOwnMembers(String where, String keys) {
        ElementPage listed = page(where, Optional.empty(), 10);

        assertThat(listed.elements())
                .extracting(element -> element.key().value())
                .containsExactlyElementsOf(keys.isEmpty() ? List.of() : List.of(keys.split(",")));
        assertThat(listed.total()).isEqualTo(listed.elements().size());
    }

    @Test
    void saysWhereAnExpressionCannotBeUnderstood() {
        Outcome outcome = list.list(request("key = ", Optional.empty(), 10));

        assertThat(((Outcome.Unreadable) outcome).sentence()).contains("character 7");
    }

    @Test
    void namesTheMembersWhenAnotherIsAskedFor() {
        Outcome outcome = list.list(request("color = 'red'", Optional.empty(), 10));

        assertThat(((Outcome.Unreadable) outcome).sentence())
                .contains("key, name")
                .doesNotContain("color");
    }

    @Test
    void pagesInTheOrderOfKeys() {
        ElementPage first = page("", Optional.empty(), 1);
        ElementKey last = first.elements().get(0).key();
        ElementPage second = page("", Optional.of(last), 1);

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(second.elements())
                .extracting(Element::key)
                .allMatch(key -> key.compareTo(last) > 0);
        assertThat(first.total()).isEqualTo(2);
    }

    private ElementPage page(String where, Optional<ElementKey> after, int limit) {
        return ((Outcome.Listed) list.list(request(where, after, limit))).page();
    }

    private static ListElements.Request request(
            String where, Optional<ElementKey> after, int limit) {
        return new ListElements.Request(
                new Viewer.Anonymous(),
                Optional.of(where).filter(text -> !text.isEmpty()),
                after,
                0,
                limit);
    }
}
