package org.opencgt.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.ActSchema;
import org.opencgt.act.Vocabulary;
import org.opencgt.analysis.Analyses;
import org.opencgt.language.Texts;
import org.opencgt.science.catalogue.Verb;
import org.springdoc.core.customizers.OpenApiLocaleCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document at {@code /api/openapi.json}: what Spring knows of the paths, and beside it one path and one schema for each
 * type of act, in the language of the request.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PROBLEM = "Problem";
    private static final String VERDICT = "Verdict";
    private static final String ENTRY = "Entry";

    @Bean
    OpenApiLocaleCustomizer describe(Vocabulary vocabulary, Analyses analyses, Texts texts) {
        return (document, locale) -> {
            describe(document, vocabulary, texts, locale);
            analyses.verbs(locale).forEach(verb -> describe(document, verb, texts, locale));
        };
    }

    private static void describe(OpenAPI document, Vocabulary vocabulary, Texts texts, Locale locale) {
        document.info(new Info()
                .title("OpenCGT")
                .version("0.1")
                .description(texts.of(locale, "api.about"))
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.servers(List.of());
        Components components = document.getComponents() == null ? new Components() : document.getComponents();
        document.components(components
                .addSecuritySchemes(
                        "person",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                        "service",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(PROBLEM, problem())
                .addSchemas(VERDICT, verdict())
                .addSchemas(ENTRY, entry()));
        document.security(
                List.of(new SecurityRequirement().addList("person"), new SecurityRequirement().addList("service")));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> addProblems(operation.getResponses(), texts, locale));
        for (ActDeclaration act : vocabulary.acts()) {
            components.addSchemas(act.name(), schema(ActSchema.of(act, texts, locale)));
            document.path("/api/acts/" + act.name(), new PathItem().post(perform(act, texts, locale)));
        }
    }

    private static void describe(OpenAPI document, Verb verb, Texts texts, Locale locale) {
        String name = "analysis." + verb.area() + "." + verb.name();
        document.getComponents().addSchemas(name, schema(AnalysisSchema.of(verb)));
        Content answer = json(new JsonSchema())
                .addMediaType("text/csv", new MediaType().schema(of("string")))
                .addMediaType("text/html", new MediaType().schema(of("string")));
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description(texts.of(locale, "api.analysis.done"))
                                .content(answer));
        addProblems(responses, texts, locale);
        document.path(
                "/api/analyses/" + verb.area() + "/" + verb.name(),
                new PathItem()
                        .post(new Operation()
                                .operationId(name)
                                .addTagsItem("analyses")
                                .summary(verb.about())
                                .description(texts.of(locale, "api.analysis.accept"))
                                .requestBody(new RequestBody()
                                        .required(true)
                                        .content(json(ref(name))
                                                .addMediaType(
                                                        "multipart/form-data", new MediaType().schema(ref(name)))))
                                .responses(responses)));
    }

    private static Operation perform(ActDeclaration act, Texts texts, Locale locale) {
        ApiResponses responses = new ApiResponses()
                .addApiResponse(
                        "200",
                        answer(
                                texts.of(locale, "api.dry-run"),
                                properties(Map.of("verdict", ref(VERDICT), "made", refs()))))
                .addApiResponse(
                        "201",
                        answer(
                                texts.of(locale, "api.performed"),
                                properties(Map.of("entry", ref(ENTRY), "verdict", ref(VERDICT), "made", refs()))));
        addProblems(responses, texts, locale);
        return new Operation()
                .operationId(act.name())
                .addTagsItem(act.room())
                .summary(texts.of(locale, "act." + act.name()))
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("dryRun")
                        .description(texts.of(locale, "api.dry-run"))
                        .schema(of("boolean")))
                .addParametersItem(new Parameter()
                        .in("header")
                        .name("Idempotency-Key")
                        .description(texts.of(locale, "api.idempotency-key"))
                        .schema(of("string")))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(json(new JsonSchema().anyOf(List.of(ref(act.name()), envelope(act))))))
                .responses(responses);
    }

    /** The act with what stands beside it. */
    private static Schema<?> envelope(ActDeclaration act) {
        Schema<?> signature = properties(Map.of(
                        "person", of("string"),
                        "password", of("string").format("password"),
                        "meaning", of("string")))
                .required(List.of("person"));
        Schema<?> signatures = of("array").items(signature);
        signatures.setMinItems(act.signed().size() - 1);
        signatures.setMaxItems(act.signed().size() - 1);
        return properties(Map.of(
                        "act", ref(act.name()),
                        "performedAt", of("string").format("date-time"),
                        "lateReason", of("string"),
                        "justifications", of("object").additionalProperties(of("string")),
                        "signatures", signatures))
                .required(List.of("act"))
                .additionalProperties(false);
    }

    private static void addProblems(ApiResponses responses, Texts texts, Locale locale) {
        for (String status : List.of("400", "401", "403", "404", "409", "413", "422", "503")) {
            responses.addApiResponse(
                    status,
                    new ApiResponse()
                            .description(texts.of(locale, "api.problem." + status))
                            .content(new Content()
                                    .addMediaType("application/problem+json", new MediaType().schema(ref(PROBLEM)))));
        }
    }

    private static Schema<?> problem() {
        Schema<?> error = properties(Map.of("field", of("string"), "code", of("string"), "message", of("string")));
        Schema<?> violation = properties(Map.of(
                "clause", of("string"),
                "pack", of("string"),
                "strength", of("string"),
                "title", of("string"),
                "message", of("string"),
                "result", of("string"),
                "subject", of("string"),
                "missing", refs()));
        return properties(Map.of(
                        "type", of("string").format("uri"),
                        "title", of("string"),
                        "status", of("integer"),
                        "detail", of("string"),
                        "instance", of("string"),
                        "errors", of("array").items(error),
                        "violations", of("array").items(violation),
                        "entry", of("string")))
                .required(List.of("type", "title", "status"));
    }

    private static Schema<?> verdict() {
        return properties(Map.of(
                        "outcome", of("string"),
                        "packs", of("object").additionalProperties(of("string")),
                        "held", refs(),
                        "notAdopted", refs(),
                        "findings", of("array").items(of("object"))))
                .required(List.of("outcome"));
    }

    private static Schema<?> entry() {
        return properties(Map.of(
                        "id", of("string"),
                        "position", of("integer"),
                        "type", of("string"),
                        "performer", of("string"),
                        "performedAt", of("string").format("date-time"),
                        "recordedAt", of("string").format("date-time"),
                        "leaf", of("string"),
                        "subjects", of("array").items(of("object")),
                        "signatures", of("array").items(of("object")),
                        "content", of("object")))
                .required(List.of("id", "position", "type"));
    }

    private static ApiResponse answer(String description, Schema<?> schema) {
        return new ApiResponse().description(description).content(json(schema));
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> properties(Map<String, Schema<?>> properties) {
        Schema<?> schema = of("object");
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(property -> schema.addProperty(property.getKey(), property.getValue()));
        return schema;
    }

    private static Schema<?> refs() {
        return of("array").items(of("string"));
    }

    private static Schema<?> of(String type) {
        return new JsonSchema().typesItem(type);
    }

    private static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> schema(JsonNode json) {
        try {
            return Json31.mapper().readValue(JSON.writeValueAsString(json), JsonSchema.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("the schema of an act is no schema", e);
        }
    }
}
