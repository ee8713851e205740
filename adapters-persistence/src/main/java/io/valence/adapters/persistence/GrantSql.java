package io.valence.adapters.persistence;

/** The statements of {@link JdbiGrants} and of what writes grants beside instances. */
final class GrantSql {
    /** A grant as every statement reads it; whose turn it is, is judged by the database's clock. */
    static final String COLUMNS =
            """
            g.generation,
                   g.access_sealed,
                   g.refresh_sealed,
                   g.obtained_at,
                   g.expires_at,
                   case when g.lease_until > current_timestamp then 'HELD'
                        when g.intent_until is null then 'FREE'
                        when g.intent_until > current_timestamp then 'AWAITED'
                        else 'LOST'
                    end as turn,
                   g.fence,
                   g.refresh_at
            """;

    static final String FIND =
            """
            select i.organization_id,
                   i.id,
                   <columns>
              from instance_grant g
              join instance i on i.id = g.instance_id
             where g.instance_id = :instance
            """
                    .replace("<columns>", COLUMNS.strip());

    static final String ORGANIZATION =
            """
            select organization_id
              from instance
             where id = :instance
            """;

    static final String ADD =
            """
            insert into instance_grant (instance_id, generation, access_sealed, refresh_sealed,
                                        key_id, obtained_at, expires_at, refresh_at, fence,
                                        broken_generation)
            values (:instance, 1, :access, :refresh,
                    :keyId, :obtainedAt, :expiresAt, :refreshAt, 0,
                    :brokenGeneration)
            """;

    private static final String NOBODYS_TURN =
            """
            lease_until = null,
                   lease_owner = null,
                   intent_at = null,
                   intent_until = null,
                   intent_generation = null,
                   intent_fingerprint = null
            """;

    static final String BEGIN_ANEW =
            """
            update instance_grant
               set generation = generation + 1,
                   access_sealed = :access,
                   refresh_sealed = :refresh,
                   key_id = :keyId,
                   obtained_at = :obtainedAt,
                   expires_at = :expiresAt,
                   refresh_at = :refreshAt,
                   <nobody>
             where instance_id = :instance
            """
                    .replace("<nobody>", NOBODYS_TURN.strip());

    static final String RENEW =
            BEGIN_ANEW
                    + """
                       and generation = :generation
                    """;

    static final String RENEW_IF_SOUND =
            RENEW
                    + """
                       and (broken_generation is null or broken_generation < generation)
                    """;

    /**
     * What is about to be forgotten of a turn without an outcome. Locks the row, so that of several
     * who take the next turn one alone finds something to write down.
     */
    static final String RECALL_LOST =
            """
            insert into grant_attempt (instance_id, attempted_at, cause, node, generation, result)
            select g.instance_id,
                   g.intent_at,
                   case when g.expires_at <= g.intent_at then 'EXPIRED'
                        when g.refresh_at <= g.intent_at then 'AHEAD_OF_TIME'
                        else 'UNAUTHORIZED'
                    end,
                   g.lease_owner,
                   g.intent_generation,
                   'ANSWER_LOST'
              from instance_grant g
             where g.instance_id = :instance
               and g.generation = :generation
               and g.fence = :fence
               and (g.lease_until is null or g.lease_until <= current_timestamp)
               and g.intent_until <= current_timestamp
               for update
            """;

    /** PostgreSQL reads the clock once a transaction, so each of these begins one. */
    static final String TAKE =
            """
            update instance_grant
               set fence = fence + 1,
                   lease_until = current_timestamp
                                 + cast(:lease as bigint) * interval '0.001' second,
                   lease_owner = :node,
                   intent_at = current_timestamp,
                   intent_until = current_timestamp
                                  + cast(:deadline as bigint) * interval '0.001' second,
                   intent_generation = generation,
                   intent_fingerprint = :fingerprint
             where instance_id = :instance
               and generation = :generation
               and fence = :fence
               and (lease_until is null or lease_until <= current_timestamp)
               and (intent_until is null or intent_until <= current_timestamp)
            """;

    static final String KEEP =
            """
            update instance_grant
               set lease_until = current_timestamp
                                 + cast(:lease as bigint) * interval '0.001' second
             where instance_id = :instance
               and fence = :fence
               and lease_until > current_timestamp
            """;

    static final String END_TURN =
            """
            update instance_grant
               set refresh_at = :refreshAt,
                   <nobody>
             where instance_id = :instance
               and generation = :generation
               and fence = :fence
               and intent_at is not null
            """
                    .replace("<nobody>", NOBODYS_TURN.strip());

    /** Whoever has the turn by now keeps it. */
    static final String END_FOR_GOOD =
            """
            update instance_grant
               set broken_generation = generation,
                   refresh_at = case when fence = :fence then :refreshAt else refresh_at end,
                   lease_until = case when fence = :fence then null else lease_until end,
                   lease_owner = case when fence = :fence then null else lease_owner end,
                   intent_at = case when fence = :fence then null else intent_at end,
                   intent_until = case when fence = :fence then null else intent_until end,
                   intent_generation = case when fence = :fence then null else intent_generation end,
                   intent_fingerprint = case when fence = :fence then null else intent_fingerprint end
             where instance_id = :instance
               and generation = :generation
            """;

    static final String LOCK =
            """
            select generation
              from instance_grant
             where instance_id = :instance
               for update
            """;

    static final String DUE =
            """
            select instance_id
              from instance_grant
             where refresh_at <= :now
             order by refresh_at, instance_id
             limit :most
            """;

    private GrantSql() {}
}
