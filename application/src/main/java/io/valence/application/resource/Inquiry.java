package io.valence.application.resource;

import io.valence.domain.query.Expression;
import io.valence.domain.resource.Resource;
import io.valence.domain.transformation.FieldChoice;

import java.util.Map;
import java.util.Optional;

/**
 * What a caller asks of a resource, found to be possible.
 *
 * @param variables what the names in the resource's path stand for
 * @param query what the caller asks for, but for the page
 * @param spoken the same in the vendor's words, not yet encoded
 * @param filter what is looked for in the vendor's answer, since the vendor cannot be asked it
 * @param fields which fields of a record are wanted, if the vendor does not pick just these
 * @param pageSize how many records at most
 */
record Inquiry(
        Resource resource,
        Map<String, String> variables,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, String> spoken,
        Optional<Expression> filter,
        Optional<FieldChoice> fields,
        int pageSize,
        Position start) {
    Inquiry {
        variables = Map.copyOf(variables);
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
        spoken = Map.copyOf(spoken);
    }
}
