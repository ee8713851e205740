/**
 * CEQL, the language of {@code where} expressions: its text, its tree, what a tree matches, and how
 * a vendor is asked for that in its own language.
 *
 * <p>Start at {@link io.valence.domain.query.Ceql}, and for vendors at {@link
 * io.valence.domain.query.Dialect}. Uses no other package of the domain.
 *
 * <ul>
 *   <li>No text can exhaust the stack or the heap: length and nesting have limits.
 *   <li>A refusal says where and what was expected, and never repeats the text.
 *   <li>A translation finds the same records, or there is none: no name and no text can become more
 *       than a name or a text.
 * </ul>
 */
package io.valence.domain.query;
