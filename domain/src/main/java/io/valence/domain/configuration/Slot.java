package io.valence.domain.configuration;

/**
 * An entry with what can be known of it before anything is supplied.
 *
 * @param position its place in the schema's order
 * @param absent what it is set to when nothing is supplied
 * @param secret whether its value is kept in the vault
 * @param demanded whether its owner must supply it
 */
record Slot(
        int position, ConfigurationEntry entry, Setting absent, boolean secret, boolean demanded) {
    static Slot of(int position, ConfigurationEntry entry) {
        Setting absent = entry.absent();
        return new Slot(
                position,
                entry,
                absent,
                entry.isSecret(),
                entry.required()
                        && entry.active()
                        && absent instanceof Setting.Unset
                        && !entry.key().isFilledByVendor());
    }

    ConfigurationKey key() {
        return entry.key();
    }
}
