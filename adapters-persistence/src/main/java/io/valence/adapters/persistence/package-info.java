/**
 * Organizations, users and instances in H2 or PostgreSQL, by JDBI, with one set of migrations for
 * both.
 *
 * <p>Start at {@link io.valence.adapters.persistence.JdbiPersistence}, the door; what else is
 * public is part of its signatures. Secrets enter a table only through {@code Sealing}, statements
 * are constants, and rows are mapped by hand. Libraries are told to keep values out of their
 * messages.
 */
package io.valence.adapters.persistence;
