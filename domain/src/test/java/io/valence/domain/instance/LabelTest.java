package io.valence.domain.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
    private static final Place NAME = Place.member("name");
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void aNameIsKeptWithoutMarkupAndWithoutSpaceAroundIt() {
        var raw = "  <a href=\"#\" onClick=\"x\">clean-name</a>\n";

        assertThat(InstanceName.objectionTo(raw)).isEmpty();
        assertThat(InstanceName.of(raw)).isEqualTo(new InstanceName("clean-name"));
        assertThat(InstanceName.of(raw)).hasToString("clean-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<b></b>", "<b> </b>", "<open"})
    void nothingButMarkupIsNoName(String raw) {
        assertThat(InstanceName.objectionTo(raw)).contains(new Problem.Missing(NAME));
    }

    @Test
    void aPlaceholderIsNoName() {
        assertThat(InstanceName.objectionTo("<INSTANCE_NAME>"))
                .contains(new Problem.Placeholder(NAME));
    }

    @Test
    void aNameHasAtMost255CharactersOfAnyPlane() {
        assertThat(InstanceName.objectionTo(SMILE.repeat(255))).isEmpty();
        assertThat(InstanceName.of(SMILE.repeat(255)).text()).hasSize(510);
        assertThat(InstanceName.objectionTo("x".repeat(256)))
                .contains(new Problem.TooLong(NAME, 255));
        assertThat(InstanceName.objectionTo("<b>" + "x".repeat(255) + "</b>")).isEmpty();
        assertThat(InstanceName.objectionTo("<b>".repeat(2_000) + "x"))
                .contains(new Problem.TooLong(NAME, 255));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\nb", "a\tb", "a\u007f", "a\u0085b", "\uD800", "a\uDC00b"})
    void controlCharactersAndHalvesOfSurrogatesAreRefused(String raw) {
        assertThat(InstanceName.objectionTo(raw))
                .contains(new Problem.Malformed(NAME, "text without control characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb", "\u202Aa\u202C", "a\u2066b", "a\u2069", "<b>\u202D</b>x"})
    void whatTurnsTheDirectionOfWritingIsRefused(String raw) {
        assertThat(InstanceName.objectionTo(raw))
                .contains(
                        new Problem.Malformed(
                                NAME,
                                "text without characters that turn the direction of writing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u00A0", "\uFEFF\u2060", "\u3164", "\u2800 \u200D", "\uFE0F"})
    void whatNobodyCanSeeIsRefused(String raw) {
        assertThat(InstanceName.objectionTo(raw))
                .contains(new Problem.Malformed(NAME, "text that can be seen"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u05D0\u200F!",
                "\u0645\u06CC\u200C\u062E",
                "\u2764\uFE0F",
                "a\u00A0b",
                "\u00E9",
                "-"
            })
    void scriptsOfAllKindsAreTaken(String raw) {
        assertThat(InstanceName.objectionTo(raw)).isEmpty();
        assertThat(Tag.parse(raw)).contains(new Tag(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "a\u202Eb"})
    void whatWasTakenOnceCanStillBeRead(String text) {
        assertThat(new InstanceName(text)).hasToString(text);
        assertThat(new Tag(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " x", "x ", "<b>x</b>", "a\nb", "\uD800"})
    void aNameOrTagCannotBeMadeOfWhatIsNotClean(String text) {
        assertThatThrownBy(() -> new InstanceName(text)).hasMessage("not a name of an instance");
        assertThatThrownBy(() -> new Tag(text)).hasMessage("not a tag");
    }

    @Test
    void aTagsProblemNamesItsPlaceInTheList() {
        assertThat(Tag.objectionTo(2, "")).contains(new Problem.Missing(Place.member("tags/2")));
        assertThat(Tag.objectionTo(0, "QA")).isEmpty();
    }

    @Test
    void aTagIsParsedFromForeignText() {
        assertThat(Tag.parse("<i>QA</i>")).contains(new Tag("QA"));
        assertThat(Tag.parse("<i></i>")).isEmpty();
        assertThat(new Tag("QA")).isNotEqualTo(new Tag("qa")).hasToString("QA");
    }
}
