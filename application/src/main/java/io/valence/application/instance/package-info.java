/**
 * The life of instances.
 *
 * <p>Start at {@link io.valence.application.instance.ProvisionInstance}. One engine, {@code
 * Appraisal}, judges what is sent to create, to update and to try.
 */
package io.valence.application.instance;
