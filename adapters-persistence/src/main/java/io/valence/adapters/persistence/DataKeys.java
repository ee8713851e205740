package io.valence.adapters.persistence;

import org.jdbi.v3.core.Jdbi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The keys that secrets are sealed with, in the database, wrapped by the master key. */
final class DataKeys {
    private static final String FIND_ALL =
            """
            select id,
                   wrapped
              from data_key
             order by id
            """;

    private static final String FIND =
            """
            select wrapped
              from data_key
             where id = :id
            """;

    private static final String ARE_NONE =
            """
            select count(*) = 0
              from data_key
            """;

    /** Of two nodes that start on an empty database, one inserts and the other one does not. */
    private static final String ADD =
            """
            insert into data_key (id, wrapped, created_at)
            values (:id, :wrapped, :now)
            on conflict do nothing
            """;

    private static final int FIRST = 1;
    private static final byte LAYOUT = 1;
    private static final int KEY_BYTES = 32;

    private final Jdbi jdbi;

    DataKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean areNone() {
        return jdbi.withHandle(handle -> handle.createQuery(ARE_NONE).mapTo(boolean.class).one());
    }

    /** A sealing by all keys; the first one is made if there is none. */
    Sealing open(MasterKey masterKey, Instant now) {
        AesGcm master = masterKey.cipher();
        NavigableMap<Integer, byte[]> wrapped = all();
        if (wrapped.isEmpty()) {
            addFirst(master, now);
            // Not what was just made: another node may have been faster.
            wrapped = all();
        }
        Map<Integer, AesGcm> keys = new HashMap<>();
        wrapped.forEach(
                (id, bytes) ->
                        keys.put(
                                id,
                                unwrap(id, bytes, master).orElseThrow(DataKeys::anotherMasterKey)));
        return new Sealing(keys, wrapped.lastKey());
    }

    private static UnusableDatabase anotherMasterKey() {
        return new UnusableDatabase(
                "The master key does not fit this database, which was first opened by another one."
                    + " Give Valence that key, or the backup of it; without it the stored secrets"
                    + " cannot be read.");
    }

    /** Whether the key of this number is there and this master key opens it. */
    boolean isOpenedBy(MasterKey masterKey, int id) {
        return jdbi.withHandle(
                        handle ->
                                handle.createQuery(FIND)
                                        .bind("id", id)
                                        .mapTo(byte[].class)
                                        .findOne())
                .flatMap(wrapped -> unwrap(id, wrapped, masterKey.cipher()))
                .isPresent();
    }

    private NavigableMap<Integer, byte[]> all() {
        NavigableMap<Integer, byte[]> wrapped = new TreeMap<>();
        jdbi.withHandle(
                        handle ->
                                handle.createQuery(FIND_ALL)
                                        .map(
                                                (row, _) ->
                                                        Map.entry(
                                                                row.getInt("id"),
                                                                row.getBytes("wrapped")))
                                        .list())
                .forEach(found -> wrapped.put(found.getKey(), found.getValue()));
        return wrapped;
    }

    private void addFirst(AesGcm master, Instant now) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        byte[] sealed = master.seal(key, associated(FIRST));
        byte[] wrapped = ByteBuffer.allocate(1 + sealed.length).put(LAYOUT).put(sealed).array();
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(ADD)
                                .bind("id", FIRST)
                                .bind("wrapped", wrapped)
                                .bind("now", Statements.moment(now))
                                .execute());
    }

    private static Optional<AesGcm> unwrap(int id, byte[] wrapped, AesGcm master) {
        if (wrapped.length == 0 || wrapped[0] != LAYOUT) {
            return Optional.empty();
        }
        byte[] sealed = new byte[wrapped.length - 1];
        ByteBuffer.wrap(wrapped, 1, sealed.length).get(sealed);
        return master.open(sealed, associated(id)).map(AesGcm::new);
    }

    private static byte[] associated(int id) {
        byte[] kind = "data key".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(kind.length + Integer.BYTES).put(kind).putInt(id).array();
    }
}
