package io.valence.adapters.vendor;

import io.valence.domain.document.Node;

import tools.jackson.core.JsonGenerator;

/** Writes one document, node by node. */
final class JsonWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final JsonGenerator json;
    private final boolean dropsNulls;
    private final boolean mends;

    /**
     * The one that writes with this.
     *
     * @param dropsNulls whether members that are {@code null} are left out
     * @param mends whether halves of surrogate pairs are replaced, which UTF-8 cannot say
     */
    JsonWriter(JsonGenerator json, boolean dropsNulls, boolean mends) {
        this.json = json;
        this.dropsNulls = dropsNulls;
        this.mends = mends;
    }

    void write(Node node) {
        switch (node) {
            case Node.Nothing _ -> json.writeNull();
            case Node.Truth(var truth) -> json.writeBoolean(truth);
            case Node.Decimal(var digits) -> json.writeNumber(digits);
            case Node.Text(var text) -> json.writeString(mends ? mended(text) : text);
            case Node.Items(var items) -> {
                json.writeStartArray();
                for (Node item : items) {
                    write(item);
                }
                json.writeEndArray();
            }
            case Node.Members(var members) -> {
                json.writeStartObject();
                members.forEach(this::member);
                json.writeEndObject();
            }
        }
    }

    private void member(String name, Node value) {
        if (dropsNulls && value.isNothing()) {
            return;
        }
        json.writeName(mends ? mended(name) : name);
        write(value);
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended.toString();
    }
}
