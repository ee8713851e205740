/**
 * The elements that ship, and those that an operator adds as files, read and checked once at start.
 *
 * <p>Start at {@link io.valence.adapters.catalog.ShippedElements}, the one door. A file has the
 * shape in which {@code GET /elements/{key}} answers, and one member {@code valence} for what that
 * shape has no room for.
 */
package io.valence.adapters.catalog;
