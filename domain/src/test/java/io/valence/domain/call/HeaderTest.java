package io.valence.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class HeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Accept", "x-9", "GET", "!#$%&'*+-.^_`|~"})
    void takesTokensForNames(String text) {
        assertThat(Header.isToken(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:", "a\r\n", "(a)", "é", "a,b", "{a}"})
    void takesNothingElseForNames(String text) {
        assertThat(Header.isToken(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-cookie", "NEL", "nel", "Clear-Site-Data", "ALT-SVC"})
    void knowsWhatSpeaksForAHost(String name) {
        assertThat(new Header(name, "x").speaksForItsHost()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date", "ETag", "Set-Cookies", "Content-Type"})
    void leavesOthersToWhoeverSendsThem(String name) {
        assertThat(new Header(name, "x").speaksForItsHost()).isFalse();
    }

    @Test
    void findsTheFirstOfANameInAnyCase() {
        List<Header> headers =
                List.of(
                        new Header("Accept", "text/html"),
                        new Header("link", "</a>"),
                        new Header("Link", "</b>"));

        assertThat(Header.find(headers, "LINK").map(Header::value)).contains("</a>");
        assertThat(Header.find(headers, "Links")).isEmpty();
    }
}
