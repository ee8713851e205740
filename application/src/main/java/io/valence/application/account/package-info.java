/**
 * Who is calling, and what the operator does for organizations and users.
 *
 * <p>Start at {@link io.valence.application.account.IdentifyCaller}.
 */
package io.valence.application.account;
