package io.valence.adapters.rest.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** JSON as this API reads and writes it: strict in syntax, bounded in every direction. */
public final class Json {
    private static final int DEEPEST = 32;

    /** What some editors put before a text in UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(100)
                                                    .maxNameLength(1_000)
                                                    .maxTokenCount(200_000)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private Json() {}

    /** Whether there is nothing but white space in these bytes. */
    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /**
     * The value in these bytes; what cannot be read is refused with its place and without its
     * content.
     */
    static JsonNode parse(byte[] bytes) {
        JsonNode value;
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            value = MAPPER.readTree(text.startsWith(MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.badRequest("The body is not UTF-8. Encode it as UTF-8.");
        } catch (StreamConstraintsException tooMuch) {
            throw Refusal.badRequest(
                    "The body is too deep, or has too long a name or number"
                            + at(tooMuch.getLocation())
                            + ". Nest at most "
                            + DEEPEST
                            + " levels.");
        } catch (JacksonException notJson) {
            throw Refusal.badRequest(
                    "The body is not valid JSON, or names a member twice"
                            + at(notJson.getLocation())
                            + ".");
        }
        refuseUnfit(value);
        return value;
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** NUL cannot be stored, and half a surrogate pair is no text at all. */
    private static void refuseUnfit(JsonNode value) {
        if (value.isString()) {
            refuseUnfit(value.stringValue());
        }
        value.forEachEntry(
                (name, child) -> {
                    refuseUnfit(name);
                    refuseUnfit(child);
                });
        if (value.isArray()) {
            value.forEach(Json::refuseUnfit);
        }
    }

    private static void refuseUnfit(String text) {
        if (!isFit(text)) {
            throw Refusal.badRequest(
                    "The body has a text with a NUL character or half a surrogate pair. Leave it"
                            + " out.");
        }
    }

    static boolean isFit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The bytes of what this writer writes. */
    public static byte[] bytes(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            writer.accept(json);
        }
        return bytes.toByteArray();
    }

    /** The value as compact JSON text. */
    public static String text(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A constant as JSON says it, such as {@code ahead_of_time}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
