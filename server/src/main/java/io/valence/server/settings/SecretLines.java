package io.valence.server.settings;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;
import io.valence.domain.secret.Secret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first secrets as lines that a shell reads with a dot: each is named like its setting. */
public final class SecretLines {
    /** The name of the file in the data folder that holds them. */
    public static final String FILE_NAME = "first-secrets";

    private static final Pattern LINE = Pattern.compile("(VALENCE_[A-Z_]+)=('?)([!-&(-~]+)\\2");
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9+/=._-]+");

    private SecretLines() {}

    /** The lines. */
    public static String format(
            UserSecret user, OrganizationSecret organization, OperatorSecret operator) {
        return "# The first user's, its organization's and the operator's secret. Keep them to"
                + " yourself.\n"
                + line(Definitions.USER_SECRET, user.secret())
                + line(Definitions.ORGANIZATION_SECRET, organization.secret())
                + line(Definitions.OPERATOR_SECRET, operator.secret());
    }

    /** What such lines hold; whatever else is in them does not count. */
    public static Map<String, Secret> parse(String lines) {
        Map<String, Secret> secrets = new HashMap<>();
        lines.lines()
                .map(line -> LINE.matcher(line.strip()))
                .filter(Matcher::matches)
                .forEach(line -> secrets.put(line.group(1), Secret.of(line.group(3))));
        return secrets;
    }

    /** The lines, with a remark in the place of each secret that is no longer good. */
    public static String strike(
            String lines,
            Predicate<UserSecret> isUsers,
            Predicate<OrganizationSecret> isOrganizations,
            Predicate<OperatorSecret> isOperators) {
        Map<String, Secret> secrets = parse(lines);
        Set<String> dead = new HashSet<>();
        if (user(secrets).filter(isUsers.negate()).isPresent()) {
            dead.add(Definitions.USER_SECRET.name());
        }
        if (organization(secrets).filter(isOrganizations.negate()).isPresent()) {
            dead.add(Definitions.ORGANIZATION_SECRET.name());
        }
        if (operator(secrets).filter(isOperators.negate()).isPresent()) {
            dead.add(Definitions.OPERATOR_SECRET.name());
        }
        return dead.isEmpty()
                ? lines
                : lines.lines()
                        .map(line -> isOf(line, dead) ? remark(line) : line)
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isOf(String line, Set<String> names) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches() && names.contains(matcher.group(1));
    }

    private static String remark(String line) {
        return "# "
                + line.strip().substring(0, line.strip().indexOf('='))
                + " has been replaced since; its new value was shown when it was made.";
    }

    /** The user's among them. */
    public static Optional<UserSecret> user(Map<String, Secret> secrets) {
        return find(secrets, Definitions.USER_SECRET).map(UserSecret::new);
    }

    /** The organization's among them. */
    public static Optional<OrganizationSecret> organization(Map<String, Secret> secrets) {
        return find(secrets, Definitions.ORGANIZATION_SECRET).map(OrganizationSecret::new);
    }

    /** The operator's among them. */
    public static Optional<OperatorSecret> operator(Map<String, Secret> secrets) {
        return find(secrets, Definitions.OPERATOR_SECRET).map(OperatorSecret::new);
    }

    private static Optional<Secret> find(
            Map<String, Secret> secrets, Definition<Secret> definition) {
        return Optional.ofNullable(secrets.get(definition.name()));
    }

    private static String line(Definition<Secret> definition, Secret secret) {
        String text = secret.reveal();
        return definition.name()
                + "="
                + (BARE.matcher(text).matches() ? text : "'" + text + "'")
                + "\n";
    }
}
