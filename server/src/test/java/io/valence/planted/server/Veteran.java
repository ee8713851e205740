package io.valence.planted.server;

import org.springframework.beans.factory.annotation.Autowired;

import java.util.Calendar;
import java.util.logging.Logger;

/** Has learnt a few things that we would rather forget. */
public final class Veteran {
    private static final Logger LOG = Logger.getLogger("old");

    public int rank;

    @Deprecated private int formerRank;

    @Autowired private Calendar joined = Calendar.getInstance();

    public void setRank(int rank) {
        if (rank < formerRank) {
            throw new RuntimeException("no such rank");
        }
        this.formerRank = this.rank;
        this.rank = rank;
        this.joined = Calendar.getInstance();
        System.out.println(rank);
        LOG.fine(() -> "joined " + joined.getTimeInMillis());
    }
}
