package io.valence.sandbox.oauth;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The register, changed by one at a time, and its copy in a file. Whoever changes it goes on when
 * the file holds the change; changes that meet are written together.
 */
final class Ledger {
    private static final int KEY_BYTES = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final Optional<GrantFile> file;
    private final Register register;
    private final Seal seal;
    private long changes;
    private long written;

    private Ledger(Optional<GrantFile> file, Register register, Seal seal) {
        this.file = file;
        this.register = register;
        this.seal = seal;
    }

    /** A ledger that is kept in this file, and goes on from what is in it. */
    static Ledger open(Path path) {
        GrantFile file = new GrantFile(path);
        Register register = new Register();
        Seal seal = file.read(register).orElseGet(Ledger::freshSeal);
        return new Ledger(Optional.of(file), register, seal);
    }

    /** A ledger that is forgotten. */
    static Ledger inMemory() {
        return new Ledger(Optional.empty(), new Register(), freshSeal());
    }

    private static Seal freshSeal() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Seal(key);
    }

    /** What it holds; touched only inside {@link #read}, {@link #write} and the like. */
    Register register() {
        return register;
    }

    Seal seal() {
        return seal;
    }

    <T> T read(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void write(Runnable action) {
        writeAndAnswer(
                () -> {
                    action.run();
                    return true;
                });
    }

    /** An action that fails may have changed something, too. */
    <T> T writeAndAnswer(Supplier<T> action) {
        long change = 0;
        lock.lock();
        try {
            change = ++changes;
            return action.get();
        } finally {
            lock.unlock();
            store(change);
        }
    }

    private void store(long change) {
        if (file.isEmpty()) {
            return;
        }
        writing.lock();
        try {
            if (written >= change) {
                return;
            }
            long last;
            byte[] bytes;
            lock.lock();
            try {
                last = changes;
                bytes = GrantFile.bytes(register, seal);
            } finally {
                lock.unlock();
            }
            file.get().store(bytes);
            written = last;
        } finally {
            writing.unlock();
        }
    }
}
