package io.valence.testkit.contract;

import io.valence.domain.call.Header;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A vendor's API as its contract tells it what to do. */
public interface ApiServer {
    /** What it does to the next request. */
    enum Mishap {
        /** Closes the connection instead of answering. */
        CONNECTION_LOST,
        /** Does not answer in time. */
        NO_ANSWER
    }

    /**
     * What it has received.
     *
     * @param target path and query
     * @param headers with those that are credentials
     */
    record Received(String method, String target, List<Header> headers, String body) {
        public Received {
            headers = List.copyOf(headers);
        }

        /** The value of this header, if it was there. */
        public Optional<String> header(String name) {
            return Header.find(headers, name).map(Header::value);
        }
    }

    /** Its address, with a path and without a slash at the end. */
    URI base();

    /** The same server under a name that makes it another host. */
    URI elsewhere();

    /** An address that requests may not go to. */
    URI barred();

    /** Answers this at a path, which begins with that of its address, to whatever method. */
    void answer(String path, int status, List<Header> headers, String body);

    /** What happens to the next request. */
    void next(Mishap mishap);

    /** What it has received, in that order. */
    List<Received> received();
}
