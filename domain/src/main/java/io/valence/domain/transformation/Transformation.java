package io.valence.domain.transformation;

import io.valence.domain.document.Node;
import io.valence.domain.query.Counterpart;
import io.valence.domain.query.Field;
import io.valence.domain.transformation.FieldPath.Step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An application's kind of records over one of the vendor's: how records of the one become records
 * of the other, in both directions. Only mapped fields pass, unless it is said that others do.
 *
 * <p>Nothing grows beyond measure: no path occurs twice on either side, and the arrays whose items
 * are all mapped are few.
 */
public final class Transformation implements ObjectShape {
    /** How many fields it maps at most. */
    public static final int MOST_FIELDS = 500;

    private static final int MOST_ARRAYS = 32;
    private static final int LONGEST_VENDOR_NAME = 500;

    private final ObjectName name;
    private final String vendorName;
    private final List<String> place;
    private final List<FieldMapping> fields;
    private final List<Directive> configuration;
    private final boolean legacy;
    private final Direction fromVendor;
    private final Direction toVendor;

    /**
     * @param vendorName what the vendor calls these records
     * @param legacy kept as it was said
     */
    public Transformation(
            ObjectName name,
            String vendorName,
            List<FieldMapping> fields,
            List<Directive> configuration,
            boolean legacy) {
        if (!isVendorName(vendorName) || !objections(fields).isEmpty()) {
            throw new IllegalArgumentException("not a transformation");
        }
        this.name = name;
        this.vendorName = vendorName;
        this.place = Stream.of(vendorName.split("/", -1)).filter(each -> !each.isEmpty()).toList();
        this.fields = List.copyOf(fields);
        this.configuration = List.copyOf(configuration);
        this.legacy = legacy;
        this.fromVendor = Direction.of(this.fields, this.configuration, false);
        this.toVendor = Direction.of(this.fields, this.configuration, true);
    }

    /** Whether a vendor may call records so. */
    public static boolean isVendorName(String text) {
        return Line.isOne(text, LONGEST_VENDOR_NAME);
    }

    /** Where the vendor's resources for records that it calls so are: the segments of a path. */
    public static List<String> place(String vendorName) {
        return Stream.of(vendorName.split("/", -1)).filter(each -> !each.isEmpty()).toList();
    }

    /** What these fields together should be and are not. */
    public static List<String> objections(List<FieldMapping> fields) {
        if (fields.size() > MOST_FIELDS) {
            return List.of("a list of at most " + MOST_FIELDS);
        }
        List<String> objections = new ArrayList<>();
        object(fields, "path", FieldMapping::path, objections);
        object(fields, "vendorPath", FieldMapping::vendorPath, objections);
        return objections;
    }

    private static void object(
            List<FieldMapping> fields,
            String what,
            Function<FieldMapping, FieldPath> side,
            List<String> objections) {
        Set<FieldPath> seen = new HashSet<>();
        Set<List<Step>> arrays = new HashSet<>();
        for (FieldMapping field : fields) {
            FieldPath path = side.apply(field);
            arrays.addAll(path.arrays());
            if (!seen.add(path)) {
                objections.add("a list in which the " + what + " " + path + " occurs once");
            }
        }
        if (arrays.size() > MOST_ARRAYS) {
            objections.add(
                    "a list of at most %s arrays with [*] in %s".formatted(MOST_ARRAYS, what));
        }
    }

    /** What becomes of a record of the vendor's, or of each in an array. */
    public Node fromVendor(Node vendorRecord) {
        return fromVendor.of(vendorRecord);
    }

    /** What becomes of a record of the application's, or of each in an array. */
    public Node toVendor(Node applicationRecord) {
        return toVendor.of(applicationRecord);
    }

    /**
     * What the vendor calls the field that the application calls so, for questions about it; empty
     * if the application is shown no such field.
     */
    public Optional<String> vendorPathOf(String path) {
        return FieldPath.parse(path).flatMap(this::theirs).map(FieldPath::toString);
    }

    /** Of which of the vendor's members a field is made, with all that is below it. */
    public Origin originOf(FieldPath path) {
        Set<String> members = new LinkedHashSet<>();
        fields.stream()
                .filter(field -> !field.isRemoved(false) && path.meets(field.path()))
                .forEach(field -> members.add(field.vendorPath().member()));
        boolean passed = passed(path).isPresent();
        if (passed && members.isEmpty()) {
            members.add(path.member());
            return new Origin(members, true);
        }
        return new Origin(members, !passed || mapped(path).isPresent());
    }

    /**
     * Members of the vendor's.
     *
     * @param members none if the application is shown no such field
     * @param certain whether there is nothing of it in others, which may or may not be there
     */
    public record Origin(Set<String> members, boolean certain) {
        public Origin {
            members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        }
    }

    /**
     * What the vendor is asked in place of a field of the application's; empty if the application
     * is shown no such field.
     */
    public Optional<Counterpart> counterpartOf(Field asked) {
        Optional<FieldPath> path = FieldPath.parse(String.join(".", asked.path()));
        Conversion conversion =
                path.flatMap(this::nearest)
                        .filter(field -> field.path().equals(path.get()))
                        .map(field -> Conversion.between(field.type(), field.vendorType()))
                        .orElse(Conversion.NONE);
        return path.flatMap(this::theirs)
                .map(theirs -> new Field(List.of(theirs.toString().split("\\.", -1))))
                .map(field -> new MappedField(field, conversion).counterpart());
    }

    private Optional<FieldPath> theirs(FieldPath asked) {
        return mapped(asked).or(() -> passed(asked));
    }

    private Optional<FieldPath> mapped(FieldPath asked) {
        return nearest(asked).flatMap(field -> asked.moved(field.path(), field.vendorPath()));
    }

    /** The nearest mapping counts: of a field itself, else of what it is in. */
    private Optional<FieldMapping> nearest(FieldPath asked) {
        return fields.stream()
                .filter(field -> !field.isRemoved(false))
                .filter(field -> asked.startsWith(field.path()))
                .reduce((one, other) -> steps(one) >= steps(other) ? one : other);
    }

    private static int steps(FieldMapping field) {
        return field.path().steps().size();
    }

    private Optional<FieldPath> passed(FieldPath asked) {
        return fromVendor.passes() && !fromVendor.taken().covers(asked)
                ? Optional.of(asked)
                : Optional.empty();
    }

    @Override
    public ObjectName name() {
        return name;
    }

    /** What the vendor calls them. */
    public String vendorName() {
        return vendorName;
    }

    /** Where the vendor's resources for them are: the segments of a path. */
    public List<String> place() {
        return place;
    }

    /** The mapped fields. */
    public List<FieldMapping> fields() {
        return fields;
    }

    /** What is asked for of the whole. */
    public List<Directive> configuration() {
        return configuration;
    }

    /** Whether it was said to be of an old kind. */
    public boolean isLegacy() {
        return legacy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transformation it
                && name.equals(it.name)
                && vendorName.equals(it.vendorName)
                && fields.equals(it.fields)
                && configuration.equals(it.configuration)
                && legacy == it.legacy;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, vendorName, fields, configuration, legacy);
    }

    @Override
    public String toString() {
        return "Transformation[" + name + " over " + vendorName + "]";
    }
}
