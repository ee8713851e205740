package io.valence.domain.transformation;

import static io.valence.domain.transformation.Records.field;
import static io.valence.domain.transformation.Records.over;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.document.Node;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes to the vendor and comes back is what was sent, where fields are mapped one to one. */
class TransformationPropertyTest {
    private static final int ROUNDS = 2000;

    /** Paths that do not lie in one another, and others for them with as many arrays. */
    private static final List<String> MINE =
            List.of("a", "b.c", "b.d.e", "f[*].g", "f[*].h.i", "j[*].k[*].l", "m[0].n", "o[*]");

    private static final List<List<String>> THEIRS =
            List.of(
                    List.of("A", "B.C", "B.D.E", "F[0].X", "G[3]", "H.I[1].J"),
                    List.of("P[*]", "Q[*].R", "S.T[*].U", "V.W[*].X.Y"),
                    List.of("K[*].L[*].M", "N.O[*].P.Q[*]"));

    @Test
    void keepsMappedFields() {
        long seed = 20260304;
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Transformation mapping = mapping(random);
            Node sent = mine(mapping, random);

            Node back = mapping.fromVendor(mapping.toVendor(sent));

            assertThat(back)
                    .as("seed %s, round %s, %s", seed, round, mapping.fields())
                    .isEqualTo(sent);
        }
    }

    @Test
    void neverMakesMoreOfARecordThanItsBoundsSay() {
        Node.Items many = new Node.Items(Collections.nCopies(10_000, Node.Members.NONE));
        List<FieldMapping> fields =
                IntStream.range(0, 500)
                        .mapToObj(
                                i -> field("f" + i % 32 + "[*].g" + i, "v" + i % 32 + "[*].w" + i))
                        .toList();
        Map<String, Node> record = new LinkedHashMap<>();
        record.put("v0", many);

        Node made = over(fields.toArray(FieldMapping[]::new)).fromVendor(new Node.Members(record));

        assertThat(((Node.Members) made).members()).containsOnlyKeys("f0");
        assertThat(((Node.Members) made).find("f0")).contains(many);
    }

    /** Each of some paths over another of as many arrays. */
    private static Transformation mapping(Random random) {
        List<List<String>> left = new ArrayList<>();
        THEIRS.forEach(paths -> left.add(new ArrayList<>(paths)));
        left.forEach(paths -> Collections.shuffle(paths, random));
        List<FieldMapping> fields = new ArrayList<>();
        for (String path : MINE) {
            int arrays = path.split("\\[\\*]", -1).length - 1;
            if (random.nextInt(4) > 0) {
                String theirs = left.get(arrays).remove(0);
                fields.add(field(path, theirs));
            }
        }
        Collections.shuffle(fields, random);
        return over(fields.toArray(FieldMapping[]::new));
    }

    /** What the application has in these fields alone: some or all of them. */
    private static Node mine(Transformation mapping, Random random) {
        Transformation toMine =
                over(
                        mapping.fields().stream()
                                .map(it -> field(it.path().toString(), it.path().toString()))
                                .toArray(FieldMapping[]::new));
        return toMine.fromVendor(full(random));
    }

    private static Node full(Random random) {
        Node.Members record =
                new Node.Members(
                        Map.of(
                                "b",
                                Records.object("c", 1, "d", Records.object("e", "ä")),
                                "f",
                                items(
                                        random,
                                        () ->
                                                Records.object(
                                                        "g", 2, "h", Records.object("i", true))),
                                "j",
                                items(
                                        random,
                                        () ->
                                                Records.object(
                                                        "k",
                                                        items(
                                                                random,
                                                                () -> Records.object("l", 1)))),
                                "m",
                                Records.array(Records.object("n", new Node.Nothing())),
                                "o",
                                items(random, () -> Records.node("x" + random.nextInt(9)))));
        return random.nextBoolean() ? record.with("a", Records.array(1, "2")) : record;
    }

    private static Node items(Random random, Supplier<Node> item) {
        return new Node.Items(Stream.generate(item).limit(random.nextInt(4)).toList());
    }
}
