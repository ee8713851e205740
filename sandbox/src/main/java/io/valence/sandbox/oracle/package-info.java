/**
 * Oracle Sales Cloud's public REST API, as far as a CRM hub uses it: Basic credentials, seven
 * resources, and the query language of {@code q}.
 *
 * <p>Start at {@link io.valence.sandbox.oracle.OracleApi}.
 */
package io.valence.sandbox.oracle;
