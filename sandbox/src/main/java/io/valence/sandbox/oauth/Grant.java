package io.valence.sandbox.oauth;

/**
 * What a user allowed a client, or what a client may do for itself.
 *
 * @param renewals how often it was renewed: only the refresh token of that number is good
 * @param expires the millisecond of the epoch at which nothing of it is good any more; 0 if it can
 *     be renewed for ever
 */
record Grant(String id, String client, String scope, long renewals, long expires) {
    Grant renewed() {
        return new Grant(id, client, scope, renewals + 1, expires);
    }
}
