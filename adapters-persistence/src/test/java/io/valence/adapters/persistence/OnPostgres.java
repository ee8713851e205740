package io.valence.adapters.persistence;

/** A store on PostgreSQL. */
abstract class OnPostgres extends Store {
    @Override
    DatabaseSettings emptyDatabase() {
        return Postgres.emptyDatabase();
    }
}
