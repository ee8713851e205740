package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class SuppliedTest {
    private static final ConfigurationKey KEY = new ConfigurationKey("oauth.user.token");

    private static boolean says(String text) {
        return Supplied.of(Map.of(KEY.value(), text)).says(KEY);
    }

    @Test
    void saysWhatIsText() {
        assertThat(says("x")).isTrue();
        assertThat(says("*******")).isTrue();
    }

    @Test
    void saysNothingByBlanksMasksAndNull() {
        assertThat(says("")).isFalse();
        assertThat(says(" \t")).isFalse();
        assertThat(says("********")).isFalse();
        assertThat(says(" ******** ")).isFalse();
        assertThat(Supplied.ofNullable(Map.of(KEY.value(), Optional.empty())).says(KEY)).isFalse();
        assertThat(Supplied.nothing().says(KEY)).isFalse();
        assertThat(Supplied.of(Map.of("other", "x")).says(KEY)).isFalse();
    }
}
