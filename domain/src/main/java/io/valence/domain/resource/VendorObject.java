package io.valence.domain.resource;

import java.util.List;
import java.util.Optional;

/**
 * A kind of record that a vendor keeps, as far as it is known before it is asked.
 *
 * @param id its number in element files and answers
 * @param name what resources call it, such as {@code customers}
 * @param vendorName what the vendor calls it
 * @param primaryKey the field that tells records apart
 * @param fields the ones that are known, in the order of the file
 */
public record VendorObject(
        long id,
        String name,
        Optional<String> vendorName,
        Optional<String> primaryKey,
        List<Field> fields) {
    public VendorObject {
        fields = List.copyOf(fields);
    }

    /**
     * A field of it.
     *
     * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code date},
     *     {@code object} or {@code array}
     */
    public record Field(long id, String name, String type, boolean primaryKey, boolean readOnly) {}
}
