package io.valence.adapters.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true | false",
                ", | true | false",
                "*/* | true | false",
                "Application/JSON;q=0.1 | true | false",
                "application/* | true | false",
                "application/problem+json | true | true",
                "application/problem+json;q=0, */* | true | false",
                "application/json;q=0, */* | false | false",
                "application/json; q=0.000 | false | false",
                "application/jsonlines | false | false",
                "text/html | false | false"
            })
    void saysWhatTheCallerTakes(String header, boolean json, boolean problems) {
        var accept = new AcceptHeader(header);

        assertThat(accept.takesJson()).isEqualTo(json);
        assertThat(accept.wantsProblems()).isEqualTo(problems);
    }
}
