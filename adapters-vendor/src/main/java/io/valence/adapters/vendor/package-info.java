/**
 * Every request that leaves: one guarded HTTP client, the conversation with authorization servers,
 * and calls to vendors' APIs.
 *
 * <p>Start at {@link io.valence.adapters.vendor.HttpVendors}, the door; what else is public is part
 * of its signatures. A request takes this way: {@code ApacheVendors} or {@code
 * NimbusVendorAuthorization} writes it, {@code Guard} judges where it goes, {@code Wire} sends it,
 * {@code Exchange} is it while it is under way, and {@code Watch} ends it if it takes too long.
 */
package io.valence.adapters.vendor;
