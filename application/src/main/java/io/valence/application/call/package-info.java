/**
 * The use cases of applications that speak to vendors through an instance.
 *
 * <p>Start at {@link io.valence.application.call.CallVendor}.
 */
package io.valence.application.call;
