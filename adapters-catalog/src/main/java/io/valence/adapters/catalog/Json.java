package io.valence.adapters.catalog;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** The parser of catalog files: one JSON value, no key twice, nothing behind it, not too deep. */
final class Json {
    private static final int DEEPEST = 100;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .reader();

    private Json() {}

    /** The value in these bytes, if they are JSON. */
    static Optional<JsonNode> read(byte[] bytes, Spot spot, Findings findings) {
        try {
            JsonNode root = READER.readTree(bytes);
            if (!root.isMissingNode()) {
                return Optional.of(root);
            }
            findings.problem(spot, "is empty");
        } catch (JacksonException e) {
            findings.problem(spot, sentence(e) + place(e));
        }
        return Optional.empty();
    }

    /** The object in these bytes, if they are one. */
    static Optional<ObjectNode> readObject(byte[] bytes, Spot spot, Findings findings) {
        Optional<JsonNode> root = read(bytes, spot, findings);
        if (root.isPresent() && !root.get().isObject()) {
            findings.problem(spot, "must be a JSON object");
        }
        return root.filter(JsonNode::isObject).map(ObjectNode.class::cast);
    }

    /** The library's own words would quote the file, which may hold what nobody should see. */
    private static String sentence(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "is nested too deeply, or holds too long a name or number";
        }
        String message = e.getOriginalMessage();
        return message != null && message.startsWith("Duplicate")
                ? "has the same member twice"
                : "is not JSON";
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " at line "
                        + e.getLocation().getLineNr()
                        + ", column "
                        + e.getLocation().getColumnNr();
    }
}
