/** What people and machines go through with a running server, from its start to its end. */
package io.valence.server.journeys;
