package io.valence.sandbox.oauth;

import java.util.LinkedHashMap;

/** Everything that an OAuth server must not forget. */
final class Register {
    final LinkedHashMap<String, Client> clients = new LinkedHashMap<>();
    final LinkedHashMap<String, Code> codes = new LinkedHashMap<>();
    final LinkedHashMap<String, Grant> grants = new LinkedHashMap<>();

    /** Access tokens taken back one by one: by number, the millisecond at which they end. */
    final LinkedHashMap<Long, Long> revoked = new LinkedHashMap<>();

    /** How many access tokens were issued. */
    long issued;

    /** Access tokens of this number and below are not good any more. */
    long expiredUpTo;
}
