package io.valence.application.resource;

import io.valence.testkit.memory.InMemoryVendors.Reply;

/** What vendors answer. */
final class Replies {
    private Replies() {}

    /** All of so many things. */
    static Reply things(int count) {
        return Reply.json(200, "{\"items\":" + Pages.items(0, count) + "}");
    }
}
