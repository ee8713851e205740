package io.valence.sandbox.http;

import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

import java.util.List;
import java.util.Optional;

/** Names and values, as in a query or in the body of a form. */
public final class Form {
    private final Fields fields;

    private Form(Fields fields) {
        this.fields = fields;
    }

    /** Reads {@code a=1&b=2}, percent-encoded as UTF-8. */
    public static Form of(String encoded) {
        Fields fields = new Fields();
        try {
            UrlEncoded.decodeUtf8To(encoded, fields);
        } catch (RuntimeException malformed) {
            throw Refusal.badRequest("The parameters cannot be read. Encode them as UTF-8.");
        }
        return new Form(fields);
    }

    /** A value; a blank one counts as absent, one that is repeated is refused. */
    public Optional<String> field(String name) {
        List<String> values = fields.getValuesOrEmpty(name);
        if (values.size() > 1) {
            throw Refusal.badRequest("The parameter " + name + " is there more than once.");
        }
        return values.stream().findFirst().filter(value -> !value.isBlank());
    }

    /** A value that must be there. */
    public String required(String name) {
        return field(name)
                .orElseThrow(() -> Refusal.badRequest("The parameter " + name + " is missing."));
    }
}
