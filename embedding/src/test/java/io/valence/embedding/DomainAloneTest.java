package io.valence.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Setting;
import io.valence.domain.secret.Mask;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class DomainAloneTest {
    @Test
    void namesEveryProblem() {
        var judged = DomainAlone.judge(Map.of());

        assertThat(judged.settings()).isEmpty();
        assertThat(judged.problems())
                .extracting(problem -> problem.place().name(), Problem::sentence)
                .containsExactly(
                        tuple("username", "Required entry is missing"),
                        tuple("password", "Required entry is missing"));
    }

    @Test
    void answersWithEverySettingAndHidesTheSecret() {
        var judged = DomainAlone.judge(Map.of("username", "ada", "password", "engine"));

        assertThat(judged.problems()).isEmpty();
        assertThat(judged.settings().values())
                .extracting(Setting::shown)
                .containsExactly(Optional.of("ada"), Optional.of(Mask.TEXT), Optional.of("eu"));
    }
}
