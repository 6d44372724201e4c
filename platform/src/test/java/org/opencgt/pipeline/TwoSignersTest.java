package org.opencgt.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencgt.DemoServer;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Ref;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Given;
import org.opencgt.guideline.Guidelines;
import org.opencgt.guideline.Pack;
import org.opencgt.guideline.Rule;
import org.opencgt.subject.Person;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Wherever an act asks for two people, the same person twice is refused: by a rule with its clause, and by the pipeline behind it. */
class TwoSignersTest extends DemoServer {

    private static final Ref<Person> ZHAO = Ref.parse("person:quality.zhao");
    private static final Ref<Person> QIAN = Ref.parse("person:quality.qian");

    @Autowired
    private Guidelines guidelines;

    static Stream<ActDeclaration> actsOfTwo() {
        return new Vocabulary().acts().stream().filter(act -> act.signed().size() > 1);
    }

    @Test
    void thereAreSuchActs() {
        assertThat(actsOfTwo()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("actsOfTwo")
    void aRuleOfTheHouseRefusesTheSamePersonTwice(ActDeclaration act) {
        Pack house = house();
        assertThat(house.inForce().attaches()).isNotNull();
        assertThat(house.clauses().stream()
                        .filter(clause -> clause.rules().stream()
                                .anyMatch(rule -> rule instanceof Rule.GateRule gate
                                        && gate.acts().contains(act.name())
                                        && says(gate, act, ZHAO, ZHAO)))
                        .map(clause -> clause.id()))
                .as("clauses of the house that %s fails when one person signs it twice", act.name())
                .isNotEmpty();
    }

    private Pack house() {
        return guidelines.newest().stream()
                .filter(pack -> pack.id().equals("OC"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the rule says no to these signers, whatever else is so, and not to two others. */
    private boolean says(Rule.GateRule gate, ActDeclaration act, Ref<Person> first, Ref<Person> second) {
        Rule.Condition.Compiled rule =
                Objects.requireNonNull(gate.condition().byAct().get(act.name()));
        return rule.applies() == null
                && rule.require().evaluate(given(act, first, second)).isFalse()
                && !rule.require().evaluate(given(act, ZHAO, QIAN)).isFalse();
    }

    private Given given(ActDeclaration act, Ref<Person> first, Ref<Person> second) {
        JsonNode signers = Json.MAPPER.readTree("{\"signers\": [\"%s\", \"%s\"]}".formatted(first, second));
        return Given.act(guidelines.language(), act, signers);
    }

    @Test
    void behindTheRulesThePipelineRefusesItForEveryAct() {
        assertThatCode(() -> Authorisation.requireDifferentPeople(List.of(ZHAO, QIAN)))
                .doesNotThrowAnyException();
        for (List<Ref<Person>> signers : List.of(List.of(ZHAO, ZHAO), List.of(ZHAO, QIAN, ZHAO))) {
            assertThatExceptionOfType(NotAuthorised.class)
                    .isThrownBy(() -> Authorisation.requireDifferentPeople(signers))
                    .satisfies(e -> assertThat(e.fault().code()).isEqualTo("signed-twice"));
        }
    }
}
