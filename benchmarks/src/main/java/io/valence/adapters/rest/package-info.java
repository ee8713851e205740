/** The way into the HTTP server for a handler that is no part of the API. */
package io.valence.adapters.rest;
