/**
 * A call through an instance: what it needs of the instance, what goes out, and what comes back.
 *
 * <p>Start at {@link io.valence.domain.call.Vendors}. Uses every other package of the domain.
 */
package io.valence.domain.call;
