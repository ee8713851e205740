/**
 * Routes and JSON for the operator. Start at {@link
 * io.valence.adapters.rest.account.AdministrationRoutes}.
 */
package io.valence.adapters.rest.account;
