/** Calls of resources, over vendors in memory that page and answer in every way. */
package io.valence.application.resource;
