package io.valence.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;

/** Objects of any size beside a map of Java's own that everything is done to as well. */
class MembersTest {
    private static final long SEED = 20_261_122;

    private static Node number(int value) {
        return new Node.Decimal(Integer.toString(value));
    }

    private static Map<String, Node> plain(int size) {
        Map<String, Node> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put("m" + i, number(i));
        }
        return map;
    }

    private static Node.Members built(Map<String, Node> members) {
        MembersBuilder builder = new MembersBuilder();
        members.forEach(builder::put);
        return builder.built();
    }

    private static List<String> seen(Node.Members object) {
        List<String> seen = new ArrayList<>();
        object.members().forEach((name, value) -> seen.add(name + "=" + value));
        return seen;
    }

    private static void isTheSame(Node.Members object, Map<String, Node> plain) {
        assertThat(object.members()).hasSameSizeAs(plain).isEqualTo(plain);
        assertThat(plain).isEqualTo(object.members());
        assertThat(object.members().hashCode()).isEqualTo(plain.hashCode());
        assertThat(new ArrayList<>(object.members().entrySet()))
                .isEqualTo(new ArrayList<>(plain.entrySet()));
        assertThat(seen(object))
                .isEqualTo(
                        plain.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList());
        plain.forEach((name, value) -> assertThat(object.find(name)).contains(value));
        assertThat(object.find("none")).isEqualTo(Optional.empty());
        assertThat(object.members().containsKey("none")).isFalse();
        assertThat(object.members().get(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 18, 33, 1000})
    void areTheSameHoweverTheyAreMade(int size) {
        Map<String, Node> plain = plain(size);

        isTheSame(new Node.Members(plain), plain);
        isTheSame(built(plain), plain);
        assertThat(new Node.Members(plain)).isEqualTo(built(plain));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 100})
    void takeOneMoreBeforeOrBehind(int size) {
        Node.Members object = built(plain(size));
        Map<String, Node> before = new LinkedHashMap<>();
        before.put("id", number(-1));
        before.putAll(plain(size));
        Map<String, Node> behind = plain(size);
        behind.put("id", number(-1));

        isTheSame(object.after("id", number(-1)), before);
        isTheSame(object.with("id", number(-1)), behind);
        isTheSame(object, plain(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 17, 100})
    void putOneInPlaceOfAnother(int size) {
        Node.Members object = built(plain(size));
        Map<String, Node> other = plain(size);
        other.put("m0", new Node.Nothing());

        isTheSame(object.with("m0", new Node.Nothing()), other);
        isTheSame(object.after("m0", new Node.Nothing()), plain(size));
        isTheSame(object, plain(size));
    }

    @Test
    void standWhereTheFirstOfTheirNameStood() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            MembersBuilder builder = new MembersBuilder();
            Map<String, Node> plain = new LinkedHashMap<>();
            int puts = random.nextInt(60);
            int names = 1 + random.nextInt(40);
            for (int i = 0; i < puts; i++) {
                String name = "m" + random.nextInt(names);
                builder.put(name, number(i));
                plain.put(name, number(i));
            }
            isTheSame(builder.built(), plain);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 40})
    void leaveTheirBuilderEmpty(int size) {
        MembersBuilder builder = new MembersBuilder();
        plain(size).forEach(builder::put);
        Node.Members first = builder.built();

        builder.put("m0", new Node.Nothing());

        isTheSame(first, plain(size));
        assertThat(builder.built().members()).containsOnly(Map.entry("m0", new Node.Nothing()));
        assertThat(builder.built()).isEqualTo(Node.Members.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 40})
    void areNotChangedByAnybody(int size) {
        Map<String, Node> plain = plain(size);
        Node.Members copied = new Node.Members(plain);
        Map<String, Node> members = copied.members();
        Map.Entry<String, Node> entry = members.entrySet().iterator().next();

        plain.put("m0", new Node.Nothing());

        isTheSame(copied, plain(size));
        assertThatThrownBy(() -> members.put("x", number(1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> members.remove("m0"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(members::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry.setValue(number(1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void endWhereTheyEnd() {
        Iterator<Map.Entry<String, Node>> members = built(plain(1)).members().entrySet().iterator();
        members.next();

        assertThat(members.hasNext()).isFalse();
        assertThatThrownBy(members::next).isInstanceOf(NoSuchElementException.class);
    }
}
