package io.valence.adapters.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.document.Documents;
import io.valence.domain.document.Reading;
import io.valence.testkit.contract.DocumentsContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

class JacksonDocumentsTest implements DocumentsContract {
    @Override
    public Documents documents() {
        return new JacksonDocuments();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, }",
                "[",
                "nul",
                "[1] 2",
            })
    void saysWhereItGoesWrong(String text) {
        assertThat(why(text.getBytes(StandardCharsets.UTF_8))).matches("line 1, column \\d+");
    }

    @Test
    void saysWhatItHasTooMuchOf() {
        for (String text :
                List.of("[".repeat(200), "1".repeat(2_000), "{\"" + "n".repeat(60_000) + "\":1}")) {
            assertThat(why(text.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(
                            "it is nested in more than 100 levels, or has a name of more than 50000"
                                    + " characters or a number of more than 1000 digits");
        }
    }

    @Test
    void saysThatItIsInNoEncoding() {
        assertThat(why(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE, 5, 5, 5, 5}))
                .isEqualTo("it is not in UTF-8");
    }

    private static String why(byte[] bytes) {
        Reading reading =
                new JacksonDocuments().read(new ByteArrayInputStream(bytes), bytes.length);
        return ((Reading.Unreadable) reading).why();
    }
}
