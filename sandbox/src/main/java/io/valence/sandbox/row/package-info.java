/**
 * Records as a vendor keeps them: tables of JSON objects, and what can be asked of them.
 *
 * <p>Start at {@link io.valence.sandbox.row.Rows}. Each vendor has a query language of its own,
 * read with {@link io.valence.sandbox.row.Cursor} into the same {@link
 * io.valence.sandbox.row.Condition}.
 */
package io.valence.sandbox.row;
