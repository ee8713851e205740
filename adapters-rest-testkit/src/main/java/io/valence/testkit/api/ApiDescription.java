package io.valence.testkit.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;

import tools.jackson.core.JacksonException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The description of the API in OpenAPI, which requests and answers are held to. */
public final class ApiDescription {
    /** The validator throws at the name with brackets and cannot read lists of a query. */
    private static final String TAGS =
            """
                  name: tags[]
                  in: query
                  style: form
                  explode: true
            """;

    private static final String TAGS_REWRITTEN =
            """
                  name: tags
                  in: query
            """;

    private static final String LIST = "type: array\n        items: {type: string}";
    private static final String WHITE_SPACE = " \t\n\r";
    private static final Set<String> UNKNOWN_OPERATION =
            Set.of(
                    "validation.request.path.missing",
                    "validation.request.operation.notAllowed",
                    "validation.response.path.missing");

    private static final String UNEXPECTED = "validation.request.parameter.query.unexpected";

    /** What follows is the vendor's, and may hold slashes, which OpenAPI can say in words alone. */
    private static final Pattern PROXIED =
            Pattern.compile("(/elements/api-v2/instances/(?:[^/]+/)?proxy)(?:/.*)?");

    /** What follows is a resource of an element's, if it is nothing else. */
    private static final Pattern RESOURCE =
            Pattern.compile(
                    "(/elements/api-v2(?:/+hubs/[^/]+)?)/+(?!hubs/|hubs$|elements|instances).*");

    /** Takes any parameter, which the validator cannot see in the description. */
    private static final Pattern OPEN =
            Pattern.compile("/elements/api-v2/elements/[^/]+/oauth/url");

    private final OpenApiInteractionValidator validator;

    private ApiDescription(OpenApiInteractionValidator validator) {
        this.validator = validator;
    }

    /** The description that this YAML is. */
    public static ApiDescription of(String yaml) {
        return new ApiDescription(
                OpenApiInteractionValidator.createForInlineApiSpecification(rewritten(yaml))
                        .withLevelResolver(
                                LevelResolver.create().withLevel(UNEXPECTED, Level.ERROR).build())
                        .build());
    }

    private static String rewritten(String yaml) {
        int at = yaml.indexOf(TAGS);
        if (at < 0) {
            throw new IllegalArgumentException("the description has no parameter tags[]");
        }
        String rest = yaml.substring(at + TAGS.length());
        int list = rest.indexOf(LIST);
        return yaml.substring(0, at)
                + TAGS_REWRITTEN
                + rest.substring(0, list)
                + "type: string"
                + rest.substring(list + LIST.length());
    }

    /** What is wrong with this request, in words. */
    List<String> faults(ApiRequest request) {
        if (isProxied(request) || isOfAResource(request)) {
            return faults(validator.validateRequest(withoutTheVendors(request)));
        }
        SimpleRequest.Builder copy = new SimpleRequest.Builder(request.method(), request.path());
        for (ApiRequest.Pair header : request.headers()) {
            if (!header.name().equals("Content-Type")) {
                copy.withHeader(header.name(), header.value());
            }
        }
        copy.withContentType(contentType(request));
        Set<String> named = new HashSet<>();
        for (ApiRequest.Pair parameter : request.query()) {
            String name = parameter.name().replace("[]", "");
            if (!parameter.value().isEmpty() && named.add(name)) {
                copy.withQueryParam(name, parameter.value());
            }
        }
        if (hasBody(request)) {
            copy.withBody(request.body());
        }
        return faults(validator.validateRequest(copy.build())).stream()
                .filter(fault -> !isOpen(request) || !fault.startsWith(UNEXPECTED))
                .toList();
    }

    private static boolean isOpen(ApiRequest request) {
        return OPEN.matcher(request.path()).matches();
    }

    private static boolean isProxied(ApiRequest request) {
        return PROXIED.matcher(request.path()).matches();
    }

    private static boolean isOfAResource(ApiRequest request) {
        return RESOURCE.matcher(request.path()).matches();
    }

    /** Whether the answer to a proxied request is the vendor's: our own errors name the request. */
    static boolean isTheVendors(ApiRequest request, ApiAnswer answer) {
        if (!isProxied(request)) {
            return false;
        }
        try {
            String id = answer.header("Elements-Request-Id").orElse("");
            return !answer.json().path("requestId").asString("").equals(id);
        } catch (JacksonException notJson) {
            return true;
        }
    }

    /** A proxied request without what only the vendor can judge. */
    private SimpleRequest withoutTheVendors(ApiRequest request) {
        SimpleRequest.Builder copy = new SimpleRequest.Builder(request.method(), path(request));
        request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Authorization"))
                .forEach(header -> copy.withHeader(header.name(), header.value()));
        return copy.withContentType("application/json").build();
    }

    /** The path, with one segment in place of a vendor's path. */
    private String path(ApiRequest request) {
        Matcher proxied = PROXIED.matcher(request.path());
        Matcher resource = RESOURCE.matcher(request.path());
        if (proxied.matches()) {
            return proxied.group(1) + "/path";
        }
        return resource.matches() && !isDescribed(request.method(), request.path())
                ? resource.group(1) + "/resource"
                : request.path();
    }

    private boolean isDescribed(String method, String path) {
        return validator
                .validateRequest(new SimpleRequest.Builder(method, path).build())
                .getMessages()
                .stream()
                .noneMatch(message -> UNKNOWN_OPERATION.contains(message.getKey()));
    }

    /** White space alone is no body: the description says so in words. */
    private static boolean hasBody(ApiRequest request) {
        for (byte each : request.body()) {
            if (WHITE_SPACE.indexOf(each) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The type that the validator should see: one even of a body that is not there, and plain JSON
     * for the types that end in +json, which OpenAPI can say in words alone.
     */
    private static String contentType(ApiRequest request) {
        return request.headers().stream()
                .filter(header -> header.name().equals("Content-Type"))
                .map(ApiRequest.Pair::value)
                .filter(type -> hasBody(request) && !type.endsWith("+json"))
                .findFirst()
                .orElse("application/json");
    }

    /** What is wrong with this answer, in words; nothing if no such operation is described. */
    List<String> faults(ApiRequest request, ApiAnswer answer) {
        if (isTheVendors(request, answer)) {
            return answer.header("Elements-Element-Instance-Id").isPresent()
                    ? List.of()
                    : List.of("the vendor's answer names no instance");
        }
        SimpleResponse.Builder copy = SimpleResponse.Builder.status(answer.status());
        answer.headers()
                .map()
                .forEach((name, values) -> copy.withHeader(name, values.toArray(String[]::new)));
        copy.withBody(answer.bytes());
        ValidationReport report =
                validator.validateResponse(
                        path(request), Method.valueOf(request.method()), copy.build());
        return report.getMessages().stream()
                        .anyMatch(message -> UNKNOWN_OPERATION.contains(message.getKey()))
                ? List.of()
                : faults(report);
    }

    /** Whether an operation is described for this request. */
    boolean knows(ApiRequest request) {
        return isDescribed(request.method(), path(request));
    }

    private static List<String> faults(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }
}
