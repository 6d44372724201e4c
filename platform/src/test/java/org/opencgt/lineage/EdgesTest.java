package org.opencgt.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.example.acts.Examples;
import org.example.acts.Fill;
import org.example.acts.Infuse;
import org.junit.jupiter.api.Test;
import org.opencgt.act.Act;
import org.opencgt.act.Ref;

class EdgesTest {

    private static Edges edges(Act act) {
        return Edges.of(Examples.VOCABULARY.declaration(act), act);
    }

    @Test
    void leadFromEverythingUsedToEverythingMade() {
        Fill fill = new Fill(
                Examples.BATCH,
                List.of(Ref.parse("unit:U8"), Ref.parse("unit:U9")),
                Examples.PRODUCT,
                Examples.SITE,
                BigDecimal.TEN,
                LocalDate.of(2027, 1, 1));
        assertThat(edges(fill))
                .isEqualTo(new Edges(
                        "example.fill",
                        List.of(
                                new Edges.Edge(Examples.BATCH, Ref.parse("unit:U8")),
                                new Edges.Edge(Examples.BATCH, Ref.parse("unit:U9")))));
    }

    @Test
    void leadToWhoReceives() {
        assertThat(edges(new Infuse(Examples.UNIT, Examples.RECIPIENT, Examples.ORDER, Examples.NOON))
                        .edges())
                .containsExactly(new Edges.Edge(Examples.UNIT, Examples.RECIPIENT));
    }

    @Test
    void areNoneWhereNothingIsUsed() {
        assertThat(edges(Examples.thaw()).edges()).isEmpty();
    }
}
