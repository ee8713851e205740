/**
 * Routes and JSON of instances. Start at {@link io.valence.adapters.rest.instance.InstanceRoutes}.
 */
package io.valence.adapters.rest.instance;
