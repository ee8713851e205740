/**
 * CEQL, the language of {@code where} expressions: its text, its tree and what a tree matches.
 *
 * <p>Start at {@link io.valence.domain.query.Ceql}. Uses no other package of the domain.
 *
 * <ul>
 *   <li>No text can exhaust the stack or the heap: length and nesting have limits.
 *   <li>A refusal says where and what was expected, and never repeats the text.
 * </ul>
 */
package io.valence.domain.query;
