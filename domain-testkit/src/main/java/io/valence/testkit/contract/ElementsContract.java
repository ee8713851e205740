package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Hub;
import io.valence.domain.element.Trait;
import io.valence.testkit.sample.SamplePeople;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What every catalog keeps. */
public interface ElementsContract {
    /** Somebody of an organization without elements of its own. */
    Viewer MEMBER = new Viewer.Member(SamplePeople.userAda());

    /** Nobody known. */
    Viewer ANYBODY = new Viewer.Anonymous();

    /** A catalog of at least two elements, one of them with an alias. */
    Elements elements();

    @Test
    default void findsEveryVisibleElementByItsKey() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        element ->
                                assertThat(elements().find(MEMBER, element.key()))
                                        .contains(element));
    }

    @Test
    default void findsEveryVisibleElementByItsNumber() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible)
                .isNotEmpty()
                .allSatisfy(
                        element ->
                                assertThat(elements().find(MEMBER, element.id()))
                                        .contains(element));
    }

    @Test
    default void findsAnElementByItsAliases() {
        List<Element> withAliases =
                elements().visibleTo(MEMBER).stream()
                        .filter(element -> !element.aliases().isEmpty())
                        .toList();

        assertThat(withAliases)
                .isNotEmpty()
                .allSatisfy(
                        element ->
                                assertThat(element.aliases())
                                        .filteredOn(alias -> elements().get(alias).isEmpty())
                                        .allSatisfy(
                                                alias ->
                                                        assertThat(elements().find(MEMBER, alias))
                                                                .contains(element)));
    }

    @Test
    default void findsNothingUnderAnUnknownReference() {
        ElementReference number = new ElementId(999_999_999_999_999_999L);
        ElementReference key = new ElementKey("no-such-element-anywhere");

        assertThat(elements().find(MEMBER, number)).isEmpty();
        assertThat(elements().find(MEMBER, key)).isEmpty();
        assertThat(elements().find(ANYBODY, key)).isEmpty();
    }

    @Test
    default void findsWhatAnybodySeesForAnybody() {
        List<Element> visible = elements().visibleTo(ANYBODY);

        assertThat(visible)
                .isNotEmpty()
                .allSatisfy(
                        element ->
                                assertThat(elements().find(ANYBODY, element.key()))
                                        .contains(element));
    }

    @Test
    default void getsAnElementByItsNumberWhoeverLooks() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible)
                .isNotEmpty()
                .allSatisfy(element -> assertThat(elements().get(element.id())).contains(element));
    }

    @Test
    default void getsNothingByAnAlias() {
        Set<ElementId> numbers =
                elements().visibleTo(MEMBER).stream().map(Element::id).collect(Collectors.toSet());
        List<ElementId> aliases =
                elements().visibleTo(MEMBER).stream()
                        .flatMap(element -> element.aliases().stream())
                        .filter(alias -> !numbers.contains(alias))
                        .toList();

        assertThat(aliases)
                .isNotEmpty()
                .allSatisfy(alias -> assertThat(elements().get(alias)).isEmpty());
    }

    @Test
    default void getsNothingByAnUnknownNumber() {
        assertThat(elements().get(new ElementId(999_999_999_999_999_999L))).isEmpty();
    }

    @Test
    default void showsElementsInTheOrderOfTheirKeysAndEachKeyOnce() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible).isSortedAccordingTo(Comparator.comparing(Element::key));
        assertThat(visible).extracting(Element::key).doesNotHaveDuplicates();
        assertThat(visible).extracting(Element::id).doesNotHaveDuplicates();
    }

    @Test
    default void showsNoElementThatIsKeptForItsInstancesOnly() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible).noneMatch(element -> element.is(Trait.DELETED));
    }

    @Test
    default void showsMembersEverythingThatAnybodySees() {
        List<Element> visible = elements().visibleTo(MEMBER);

        assertThat(visible).containsAll(elements().visibleTo(ANYBODY));
    }

    @Test
    default void listsHubsInTheOrderOfTheirKeysAndEachOnce() {
        List<Hub> hubs = elements().hubs();

        assertThat(hubs).isNotEmpty().isSortedAccordingTo(Comparator.comparing(Hub::key));
        assertThat(hubs).extracting(Hub::key).doesNotHaveDuplicates();
        assertThat(hubs).extracting(Hub::id).doesNotHaveDuplicates();
    }

    @Test
    default void listsTheHubOfEveryVisibleElement() {
        List<String> hubs = elements().hubs().stream().map(Hub::key).toList();

        assertThat(elements().visibleTo(MEMBER))
                .isNotEmpty()
                .allSatisfy(element -> assertThat(hubs).contains(element.hub()));
    }
}
