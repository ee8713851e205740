package io.valence.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterTest {
    @ParameterizedTest
    @EnumSource
    void findsASourceByItsWord(Source source) {
        assertThat(Source.named(source.wireName())).contains(source);
    }

    @ParameterizedTest
    @EnumSource
    void findsADestinationByItsWord(Destination destination) {
        assertThat(Destination.named(destination.wireName())).contains(destination);
    }

    @Test
    void findsNothingByOtherWords() {
        assertThat(Source.named("token")).isEmpty();
        assertThat(Destination.named("HEADER")).isEmpty();
    }
}
