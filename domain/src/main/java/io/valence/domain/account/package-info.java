/**
 * Who is asking, and what is theirs: organizations, their accounts, and users with their secrets.
 *
 * <p>Start at {@link io.valence.domain.account.Accounts}. Uses {@code secret} and nothing else.
 */
package io.valence.domain.account;
