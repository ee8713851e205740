package io.valence.adapters.catalog;

/** Where in which file something stands, such as {@code acme.json: configuration[3].type}. */
record Spot(String file, String path) {
    static Spot of(String file) {
        return new Spot(file, "");
    }

    Spot member(String name) {
        return new Spot(file, path.isEmpty() ? name : path + "." + name);
    }

    Spot item(int index) {
        return new Spot(file, path + "[" + index + "]");
    }

    /** The member of a name that may hold dots or anything else. */
    Spot named(String foreign) {
        return new Spot(file, path + "[" + Findings.quoted(foreign) + "]");
    }

    @Override
    public String toString() {
        return path.isEmpty() ? file : file + ": " + path;
    }
}
