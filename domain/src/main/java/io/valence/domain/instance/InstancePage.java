package io.valence.domain.instance;

import java.util.List;

/** A page of a list: its instances by ascending number, and whether more follow. */
public record InstancePage(List<Instance> instances, boolean more) {
    public InstancePage {
        instances = List.copyOf(instances);
    }
}
