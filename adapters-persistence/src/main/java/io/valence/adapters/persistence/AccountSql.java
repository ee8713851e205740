package io.valence.adapters.persistence;

/** The statements of {@link JdbiAccounts}, in its order. */
final class AccountSql {
    private static final String CALLER =
            """
            select u.id,
                   u.organization_id,
                   u.account_id,
                   u.email,
                   u.first_name,
                   u.last_name,
                   u.created_at
              from app_user u
            """;

    static final String IDENTIFY =
            CALLER
                    + """
                      join organization o on o.id = u.organization_id
                     where u.secret_fingerprint = :user
                       and o.secret_fingerprint = :organization
                    """;

    static final String IDENTIFY_USER =
            CALLER
                    + """
                     where u.secret_fingerprint = :user
                    """;

    static final String ADD_ORGANIZATION =
            """
            insert into organization (name, secret_fingerprint, created_at)
            values (:name, :fingerprint, :now)
            """;

    static final String ADD_DEFAULT_ACCOUNT =
            """
            insert into account (organization_id, default_for)
            values (:organization, :organization)
            """;

    /** The key's row is the one that every database has from the moment it is opened. */
    static final String AWAIT_TURN =
            """
            select id
              from data_key
             order by id
               for update
            """;

    static final String HAS_ORGANIZATION =
            """
            select count(*) > 0
              from organization
            """;

    static final String ADD_USER =
            """
            insert into app_user (organization_id, account_id, email, email_folded, first_name,
                                  last_name, secret_fingerprint, created_at)
            select a.organization_id, a.id, :email, :folded, :firstName,
                   :lastName, :fingerprint, :now
              from account a
             where a.default_for = :organization
            """;

    static final String HAS_USER =
            """
            select count(*) > 0
              from app_user
             where organization_id = :organization
               and email_folded = :folded
            """;

    static final String REPLACE_ORGANIZATION_SECRET =
            """
            update organization
               set secret_fingerprint = :fingerprint
             where id = :id
            """;

    static final String REPLACE_USER_SECRET =
            """
            update app_user
               set secret_fingerprint = :fingerprint
             where id = :id
            """;

    static final String ORGANIZATIONS =
            """
            select o.id,
                   o.name,
                   a.id as account_id,
                   o.created_at
              from organization o
              join account a on a.default_for = o.id
             order by o.id
            """;

    static final String ORGANIZATION =
            """
            select o.id,
                   o.name,
                   a.id as account_id,
                   o.created_at
              from organization o
              join account a on a.default_for = o.id
             where o.id = :id
            """;

    static final String USERS =
            """
            select id,
                   organization_id,
                   account_id,
                   email,
                   first_name,
                   last_name,
                   created_at
              from app_user
             where organization_id = :organization
             order by id
            """;

    static final String MAKE_ROOM_FOR_OPERATOR =
            """
            insert into operator (id, secret_fingerprint)
            values (:id, :fingerprint)
            on conflict do nothing
            """;

    static final String APPOINT_OPERATOR =
            """
            update operator
               set secret_fingerprint = :fingerprint
             where id = :id
            """;

    static final String IS_OPERATOR =
            """
            select count(*) > 0
              from operator
             where secret_fingerprint = :fingerprint
            """;

    static final String HAS_OPERATOR =
            """
            select count(*) > 0
              from operator
            """;

    static final String IS_FIRST_USER =
            """
            select count(*) > 0
              from app_user
             where secret_fingerprint = :fingerprint
               and id = (select min(id) from app_user)
            """;

    static final String IS_FIRST_ORGANIZATION =
            """
            select count(*) > 0
              from organization
             where secret_fingerprint = :fingerprint
               and id = (select min(id) from organization)
            """;

    private AccountSql() {}
}
