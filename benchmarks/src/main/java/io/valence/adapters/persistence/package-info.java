/** The statements of the persistence adapter, run by plain JDBC. */
package io.valence.adapters.persistence;
