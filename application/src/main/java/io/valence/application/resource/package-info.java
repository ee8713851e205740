/**
 * Calls of an element's resources: what a caller asks for in one shape for all vendors, what the
 * vendor is asked in its place, and the answers made of the vendor's.
 *
 * <p>Start at {@link io.valence.application.resource.CallResource}.
 */
package io.valence.application.resource;
