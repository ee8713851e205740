package io.valence.testkit.memory;

import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.document.Reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** JSON by a reader and a writer of its own, so that it cannot share another one's misreadings. */
public final class InMemoryDocuments implements Documents {
    @Override
    public Reading read(InputStream bytes, int most) {
        byte[] read;
        try (bytes) {
            read = bytes.readNBytes(most + 1);
        } catch (IOException broken) {
            return new Reading.BrokeOff(broken.getCause() instanceof TimeoutException);
        }
        if (read.length > most) {
            return new Reading.TooLong(most);
        }
        String text = new String(read, StandardCharsets.UTF_8);
        return text.isBlank() ? new Reading.Blank() : new JsonText(text).read();
    }

    @Override
    public byte[] write(Node document) {
        StringBuilder text = new StringBuilder();
        write(text, document);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] writeWithoutNulls(Node document) {
        return write(withoutNulls(document));
    }

    private static Node withoutNulls(Node node) {
        if (node instanceof Node.Items array) {
            return new Node.Items(
                    array.items().stream().map(InMemoryDocuments::withoutNulls).toList());
        }
        if (node instanceof Node.Members object) {
            Map<String, Node> kept = new LinkedHashMap<>(object.members());
            kept.values().removeIf(Node::isNothing);
            kept.replaceAll((name, value) -> withoutNulls(value));
            return new Node.Members(kept);
        }
        return node;
    }

    private static void write(StringBuilder text, Node node) {
        if (node instanceof Node.Truth truth) {
            text.append(truth.truth());
        } else if (node instanceof Node.Decimal number) {
            text.append(number.digits());
        } else if (node instanceof Node.Text words) {
            quote(text, words.text());
        } else if (node instanceof Node.Items array) {
            String separator = "[";
            for (Node item : array.items()) {
                text.append(separator);
                write(text, item);
                separator = ",";
            }
            text.append(array.items().isEmpty() ? "[]" : "]");
        } else if (node instanceof Node.Members object) {
            String separator = "{";
            for (var member : object.members().entrySet()) {
                text.append(separator);
                quote(text, member.getKey());
                write(text.append(':'), member.getValue());
                separator = ",";
            }
            text.append(object.members().isEmpty() ? "{}" : "}");
        } else {
            text.append("null");
        }
    }

    private static void quote(StringBuilder text, String words) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
