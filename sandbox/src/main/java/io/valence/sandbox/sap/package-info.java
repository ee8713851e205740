/**
 * SAP Anywhere's API, as far as an e-commerce hub uses it: customers, orders, products and what
 * hangs on them.
 *
 * <p>Start at {@link io.valence.sandbox.sap.SapApi}. Who is let in is decided in {@code oauth}.
 */
package io.valence.sandbox.sap;
