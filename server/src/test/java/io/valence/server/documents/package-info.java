/** What the elements' documents promise, asked of the running server. */
package io.valence.server.documents;
