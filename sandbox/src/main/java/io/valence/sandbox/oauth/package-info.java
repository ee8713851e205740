/**
 * An OAuth 2.0 server: consent page, token and revocation address.
 *
 * <p>Start at {@link io.valence.sandbox.oauth.OAuthServer}; {@link io.valence.sandbox.oauth.Grants}
 * holds the rules:
 *
 * <ul>
 *   <li>A code is good for one exchange; a second one takes back what the first one gave.
 *   <li>With rotation, every refresh token is good for one refresh; using it again ends the grant.
 *   <li>What was answered was written before, if there is a folder to write to.
 * </ul>
 */
package io.valence.sandbox.oauth;
