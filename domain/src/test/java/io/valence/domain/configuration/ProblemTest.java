package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.valence.domain.configuration.Problem.Code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ProblemTest {
    private static final Place PLACE = Place.entry(new ConfigurationKey("site.url"));

    static Stream<Arguments> leaves() {
        return Stream.of(
                arguments(
                        new Problem.Missing(PLACE),
                        Code.MISSING_PARAMETER,
                        "Required entry is missing"),
                arguments(
                        new Problem.Masked(PLACE),
                        Code.MISSING_PARAMETER,
                        "Required entry is missing: the mask stands for no stored secret, send the"
                                + " secret itself"),
                arguments(
                        new Problem.Placeholder(PLACE),
                        Code.MISSING_PARAMETER,
                        "Required entry is missing: replace the placeholder by a value"),
                arguments(
                        new Problem.TooLong(PLACE, 255),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Must have at most 255 characters"),
                arguments(
                        new Problem.Malformed(PLACE, "a whole number"),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Must be a whole number"),
                arguments(
                        new Problem.NotAnOption(PLACE, List.of("a", "b")),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Must be one of: a, b"),
                arguments(
                        new Problem.NotAHost(PLACE, Optional.empty()),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Must be a host or host:port, without scheme and path"),
                arguments(
                        new Problem.NotAHost(PLACE, Optional.of("example.com")),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Must be a host or host:port, without scheme and path; did you mean"
                                + " example.com?"),
                arguments(
                        new Problem.Unresolvable(PLACE, "site.url"),
                        Code.ILLEGAL_PARAMETER_VALUE,
                        "Names {site.url}, which has no value"),
                arguments(
                        new Problem.Unknown(PLACE, Optional.empty()),
                        Code.UNKNOWN_PARAMETER,
                        "The element has no such entry"),
                arguments(
                        new Problem.Unknown(PLACE, Optional.of(new ConfigurationKey("a.b"))),
                        Code.UNKNOWN_PARAMETER,
                        "The element has no such entry; did you mean a.b?"));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void saysWhereItIsAndWhatToChange(Problem problem, Code code, String sentence) {
        assertThat(problem.place()).isEqualTo(PLACE);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.sentence()).isEqualTo(sentence).doesNotEndWith(".");
    }

    @Test
    void everyLeafIsAmongThese() {
        var tried = leaves().map(leaf -> leaf.get()[0].getClass()).distinct();

        assertThat(tried).hasSize(Problem.class.getPermittedSubclasses().length);
    }

    @Test
    void aPlaceIsAPointerIntoTheRequest() {
        assertThat(PLACE.pointer()).isEqualTo("/configuration/site.url");
        assertThat(PLACE.name()).isEqualTo("site.url");
        assertThat(new Place.UnknownEntry("a/b~c").pointer()).isEqualTo("/configuration/a~1b~0c");
        assertThat(new Place.UnknownEntry("a/b~c").name()).isEqualTo("a/b~c");
        assertThat(Place.member("tags/0").pointer()).isEqualTo("/tags/0");
        assertThat(Place.member("tags/0").name()).isEqualTo("tags/0");
    }
}
