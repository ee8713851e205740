package io.valence.adapters.vendor;

import io.valence.domain.document.Documents;
import io.valence.domain.document.MembersBuilder;
import io.valence.domain.document.Node;
import io.valence.domain.document.Reading;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** JSON (RFC 8259) by Jackson's stream of tokens. */
final class JacksonDocuments implements Documents {
    private static final int DEEPEST = 100;
    private static final int USUAL_BYTES = 4096;
    private static final int LONGEST_NAME = 50_000;
    private static final int LONGEST_NUMBER = 1_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .build())
                    .build();

    @Override
    public Reading read(InputStream bytes, int most) {
        byte[] read = new byte[Math.min(USUAL_BYTES, most + 1)];
        int length = 0;
        try (bytes) {
            while (length <= most) {
                if (length == read.length) {
                    read = Arrays.copyOf(read, (int) Math.min(2L * length, most + 1L));
                }
                int count = bytes.read(read, length, read.length - length);
                if (count < 0) {
                    return parsed(read, length);
                }
                length += count;
            }
        } catch (IOException broken) {
            return new Reading.BrokeOff(broken.getCause() instanceof TimeoutException);
        }
        return new Reading.TooLong(most);
    }

    private static Reading parsed(byte[] bytes, int length) {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Reading.Blank();
            }
            Node document = node(parser, first);
            if (parser.nextToken() != null) {
                return new Reading.Unreadable(place(parser.currentTokenLocation()));
            }
            return new Reading.Read(document);
        } catch (StreamConstraintsException tooMuch) {
            return new Reading.Unreadable(
                    "it is nested in more than "
                            + DEEPEST
                            + " levels, or has a name of more than "
                            + LONGEST_NAME
                            + " characters or a number of more than "
                            + LONGEST_NUMBER
                            + " digits");
        } catch (JacksonException notJson) {
            return new Reading.Unreadable(place(notJson.getLocation()));
        }
    }

    /**
     * The library's own words would quote the document. Where it knows no place, it found no
     * characters.
     */
    private static String place(TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1
                ? "it is not in UTF-8"
                : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static Node node(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Node.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Decimal(parser.getString());
            case VALUE_TRUE -> new Node.Truth(true);
            case VALUE_FALSE -> new Node.Truth(false);
            case VALUE_NULL -> new Node.Nothing();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new StreamReadException(parser, "no value begins here");
        };
    }

    private static Node members(JsonParser parser) {
        MembersBuilder members = new MembersBuilder();
        String name = parser.nextName();
        while (name != null) {
            members.put(name, node(parser, parser.nextToken()));
            name = parser.nextName();
        }
        return members.built();
    }

    private static Node items(JsonParser parser) {
        List<Node> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(node(parser, token));
            token = parser.nextToken();
        }
        return new Node.Items(items);
    }

    @Override
    public byte[] write(Node document) {
        return written(document, false);
    }

    @Override
    public byte[] writeWithoutNulls(Node document) {
        return written(document, true);
    }

    private static byte[] written(Node document, boolean dropsNulls) {
        try {
            return written(document, dropsNulls, false);
        } catch (JacksonException unfit) {
            // Half a surrogate pair, which JSON can say and UTF-8 cannot.
            return written(document, dropsNulls, true);
        }
    }

    private static byte[] written(Node document, boolean dropsNulls, boolean mending) {
        Written bytes = new Written();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new JsonWriter(json, dropsNulls, mending).write(document);
        }
        return bytes.taken();
    }

    /** What was written: in one piece, unless the library's own buffer was too small for it. */
    private static final class Written extends ByteArrayOutputStream {
        Written() {
            super(0);
        }

        byte[] taken() {
            return count == buf.length ? buf : toByteArray();
        }
    }
}
