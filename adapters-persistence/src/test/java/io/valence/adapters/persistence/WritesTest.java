package io.valence.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.instance.InstanceId;

import org.junit.jupiter.api.Test;

class WritesTest {
    private static final InstanceId ONE = new InstanceId(1);
    private static final InstanceId OTHER = new InstanceId(2);

    private final Writes writes = new Writes();

    @Test
    void countsAWriteToItsInstanceAndToAnyWhateverComesOfIt() {
        long other = writes.to(OTHER);

        assertThat(writes.<String>during(ONE, () -> "done")).isEqualTo("done");
        assertThatThrownBy(
                        () ->
                                writes.during(
                                        ONE,
                                        () -> {
                                            throw new IllegalStateException("failed");
                                        }))
                .hasMessage("failed");

        assertThat(writes.to(ONE)).isEqualTo(2);
        assertThat(writes.toAnyInstance()).isEqualTo(2);
        assertThat(writes.to(OTHER)).isEqualTo(other);
        assertThat(writes.toAccounts()).isZero();
    }

    @Test
    void isUnsettledForThoseThatAreBeingWrittenTo() {
        writes.during(
                ONE,
                () -> {
                    assertThat(writes.to(ONE)).isEqualTo(Writes.UNSETTLED);
                    assertThat(writes.toAnyInstance()).isEqualTo(Writes.UNSETTLED);
                    assertThat(writes.to(OTHER)).isZero();
                    return true;
                });

        assertThat(writes.to(ONE)).isEqualTo(1);
        assertThat(writes.<Long>duringAccounts(writes::toAccounts)).isEqualTo(Writes.UNSETTLED);
        assertThat(writes.toAccounts()).isEqualTo(1);
    }
}
