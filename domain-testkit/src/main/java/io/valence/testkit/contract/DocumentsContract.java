package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.document.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What every reader and writer of documents keeps to. */
public interface DocumentsContract {
    /** The letters that are tried. */
    Documents documents();

    private Reading read(String text) {
        return documents().read(bytes(text), 100_000);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "42",
                "\"\"",
                "{\"b\":1,\"a\":[1.50,-2e10,{\"c\":null}],\"d\":\"\u00e4\uD83D\uDE00\"}",
                "[12345678901234567890.10]"
            })
    default void writesWhatItHasRead(String text) {
        Reading.Read read = (Reading.Read) read(text);

        assertThat(documents().write(read.document())).asString().isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | null",
                "{\"a\":null} | {}",
                "{\"a\":1,\"b\":null,\"c\":\"\"} | {\"a\":1,\"c\":\"\"}",
                "[null,{\"a\":null,\"b\":{\"c\":null}},[null]] | [null,{\"b\":{}},[null]]",
            })
    default void leavesOutMembersThatAreNullAndKeepsItems(String text, String written) {
        Reading.Read read = (Reading.Read) read(text);

        assertThat(documents().writeWithoutNulls(read.document())).asString().isEqualTo(written);
    }

    @Test
    default void writesHalfAPairWithoutNullsTooAsSomethingThatCanBeRead() {
        Node.Members object =
                Node.Members.NONE
                        .with("kept", new Node.Text("\uDE00"))
                        .with("gone", new Node.Nothing());

        byte[] written = documents().writeWithoutNulls(object);

        Reading.Read read = (Reading.Read) read(new String(written, StandardCharsets.UTF_8));
        assertThat(((Node.Members) read.document()).members()).hasSize(1);
    }

    @Test
    default void takesTheLastOfMembersOfOneNameInThePlaceOfTheFirst() {
        Reading.Read read = (Reading.Read) read("{\"a\":1,\"b\":2,\"a\":3}");

        assertThat(documents().write(read.document())).asString().isEqualTo("{\"a\":3,\"b\":2}");
    }

    @Test
    default void readsObjectsOfManyMembers() {
        String text =
                IntStream.range(0, 5000)
                        .mapToObj(n -> "\"n%d\":%d".formatted(n, n))
                        .collect(Collectors.joining(",", "{", "}"));

        Reading.Read read = (Reading.Read) read(text);

        assertThat(documents().write(read.document())).asString().isEqualTo(text);
        assertThat(((Node.Members) read.document()).find("n4711"))
                .contains(new Node.Decimal("4711"));
    }

    @Test
    default void keepsWhatNeedsEscaping() {
        Node.Text text = new Node.Text("\"\\\n\u0001/");

        byte[] written = documents().write(text);

        assertThat(read(new String(written, StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.Read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,]",
                "{\"a\"}",
                "tru",
                "01",
                "1 2",
                "'a'",
                "<html>",
                "{\"a\":1}}",
                "\"\n\""
            })
    default void saysThatOtherThingsAreNone(String text) {
        assertThat(read(text)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    default void doesNotQuoteWhatItCannotRead() {
        Reading.Unreadable unreadable = (Reading.Unreadable) read("{\"a\": sesame}");

        assertThat(unreadable.why()).doesNotContain("sesame").isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    default void seesThatThereIsNothing(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Blank());
    }

    @Test
    default void readsNoMoreThanItMay() {
        assertThat(documents().read(bytes("[1,2,3]"), 7)).isInstanceOf(Reading.Read.class);
        assertThat(documents().read(bytes("[1,2,3]"), 6)).isEqualTo(new Reading.TooLong(6));
    }

    @Test
    default void isNotLedIntoTheDepths() {
        String deep = "[".repeat(50_000) + "]".repeat(50_000);

        assertThat(documents().read(bytes(deep), 200_000)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    default void writesHalfAPairAsSomethingThatCanBeRead() {
        byte[] written = documents().write(new Node.Text("a\uD83Db"));

        assertThat(read(new String(written, StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Read.class);
    }

    @Test
    default void saysWhatBrokeOff() {
        assertThat(documents().read(broken(new IOException("gone")), 10))
                .isEqualTo(new Reading.BrokeOff(false));
        assertThat(documents().read(broken(new IOException("late", new TimeoutException())), 10))
                .isEqualTo(new Reading.BrokeOff(true));
    }

    @Test
    default void closesWhatItReads() {
        AtomicBoolean closed = new AtomicBoolean();

        documents()
                .read(
                        new ByteArrayInputStream(new byte[] {'1'}) {
                            @Override
                            public void close() {
                                closed.set(true);
                            }
                        },
                        10);

        assertThat(closed).isTrue();
    }

    private static InputStream broken(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }
}
