package io.valence.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

class VendorWordsTest {
    private static String plain(String text, String... secrets) {
        return VendorWords.plain(text, List.of(secrets).stream().map(Secret::of).toList());
    }

    @Test
    void areOnOneLine() {
        assertThat(plain(" \r\n a\t\tb\u0000\n\nc \u0007")).isEqualTo("a b c");
        assertThat(plain("")).isEmpty();
    }

    @Test
    void areShort() {
        assertThat(plain("x".repeat(10_000))).hasSize(500);
    }

    @Test
    void holdNoSecret() {
        assertThat(plain("pa55 is not pa55", "pa55")).isEqualTo("******** is not ********");
    }

    @Test
    void holdNoSecretAsItStandsInAnAddress() {
        assertThat(plain("No such page: /a?apiKey=a%2Fb%3D&x=1", "a/b="))
                .isEqualTo("No such page: /a?apiKey=********&x=1");
    }

    @Test
    void holdNoRestOfALongerSecret() {
        assertThat(plain("pa55word", "pa55", "pa55word")).isEqualTo("********");
        assertThat(plain("pa55word", "pa55word", "pa55")).isEqualTo("********");
    }

    @Test
    void holdNoSecretOfSeveralLines() {
        assertThat(plain("key: a\nb!", "a\nb")).isEqualTo("key: ********!");
    }

    @Test
    void holdNoBeginningOfASecretThatTheBodyEndsIn() {
        String filler = " ".repeat((8 << 10) - 4);

        assertThat(in(filler + "s3cret-and-long", "s3cret-and-long")).doesNotContain("s3cr");
    }

    @Test
    void areTheBeginningOfABody() {
        assertThat(in("größer\n".repeat(5_000))).startsWith("größer größer").hasSize(500);
    }

    @Test
    void areNoneOfABodyThatBreaks() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThat(VendorWords.in(new Content(broken, OptionalLong.empty()), List.of())).isEmpty();
    }

    @Test
    void closeTheBody() {
        boolean[] closed = new boolean[1];
        InputStream bytes =
                new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                };

        assertThat(VendorWords.in(new Content(bytes, OptionalLong.empty()), List.of())).isEmpty();
        assertThat(closed[0]).isTrue();
    }

    private static String in(String body, String... secrets) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return VendorWords.in(
                new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length)),
                List.of(secrets).stream().map(Secret::of).toList());
    }
}
