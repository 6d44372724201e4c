package org.opencgt.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.opencgt.DemoServer;
import org.opencgt.act.Vocabulary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document: whole, and right by its own rules. */
class OpenApiTest extends DemoServer {

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Rest.Answer document(String language) {
        Rest.Answer answer = Rest.of(server()).in(language).get("/api/openapi.json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Test
    void itIsReadByTheReferenceModel() throws Exception {
        OpenAPI read = Json31.mapper().readValue(document("en").body(), OpenAPI.class);
        assertThat(read.getOpenapi()).startsWith("3.1");
        assertThat(read.getInfo().getTitle()).isEqualTo("OpenCGT");
        assertThat(read.getComponents().getSecuritySchemes()).containsOnlyKeys("person", "service");
        for (var act : vocabulary.acts()) {
            assertThat(read.getPaths()).containsKey("/api/acts/" + act.name());
            var schema = java.util.Objects.requireNonNull(
                    read.getComponents().getSchemas().get(act.name()), act.name());
            assertThat(
                            schema.getProperties() == null
                                    ? 0
                                    : schema.getProperties().size())
                    .as(act.name())
                    .isEqualTo(act.shape().fields().size());
        }
        assertThat(read.getPaths().values().stream().flatMap(p -> p.readOperations().stream()))
                .allSatisfy(o -> {
                    assertThat(o.getOperationId()).isNotBlank();
                    assertThat(o.getResponses().keySet()).contains("401", "403", "422", "503");
                });
        List<String> ids = read.getPaths().values().stream()
                .flatMap((PathItem p) -> p.readOperations().stream())
                .map(o -> o.getOperationId())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void noPathIsMissing() {
        Set<String> described = new TreeSet<>(document("en").json().at("/paths").propertyNames());
        Set<String> served = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().equals("org.opencgt.api")) {
                served.addAll(mapping.getPatternValues());
            }
        });
        assertThat(served).hasSizeGreaterThan(15);
        assertThat(described).containsAll(served);
        assertThat(described).allSatisfy(path -> assertThat(path).startsWith("/api/"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = document("en").json();
        List<String> references = new ArrayList<>();
        collect(document, references);
        assertThat(references).hasSizeGreaterThan(200);
        assertThat(references.stream().distinct())
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.isObject() && node.path("$ref").isString()) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void itSpeaksBothLanguagesAndKeepsUnits() {
        assertThat(document("en").at("/components/schemas/clinic.thaw/title")).isEqualTo("Thaw");
        assertThat(document("zh-CN").at("/components/schemas/clinic.thaw/title"))
                .matches(".*\\p{IsHan}.*");
        assertThat(document("en").at("/components/schemas/material.receive-lot/properties/arrivalTemperature/x-unit"))
                .isEqualTo("Cel");
        assertThat(document("en").body()).doesNotContain("[act.", "[field.", "[api.");
    }
}
