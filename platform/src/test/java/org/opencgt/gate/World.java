package org.opencgt.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.example.acts.Examples;
import org.example.acts.Fill;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Act;
import org.opencgt.act.Effects;
import org.opencgt.act.Occasion;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.subject.Unit;

/** Situations in the invented world of {@link Examples}. */
public final class World {

    private static final Map<Ref<? extends Subject>, Subject> STATES = Map.of(
            Examples.UNIT, Examples.unit(),
            Examples.PRODUCT, Examples.product(),
            Examples.BATCH, Examples.batch(),
            Examples.RECIPIENT, Examples.recipient(),
            Examples.ORDER, Examples.order(),
            Examples.NURSE, Examples.nurse(),
            Examples.DONOR, Examples.donor());

    private World() {}

    /** The facts of the example world, with some states in other versions; notes which states are asked for. */
    public static final class CountingFacts implements Facts {

        final List<Ref<? extends Subject>> asked = new ArrayList<>();
        private final Map<Ref<? extends Subject>, Subject> states = new HashMap<>(STATES);

        public CountingFacts(Map<Ref<? extends Subject>, Subject> others) {
            states.putAll(others);
        }

        @Override
        public @Nullable Subject state(Ref<? extends Subject> ref) {
            asked.add(ref);
            return states.get(ref);
        }

        @Override
        public List<OpenObligation> obligations(Ref<? extends Subject> ref) {
            return ref.equals(Examples.UNIT)
                    ? List.of(new OpenObligation("EX-1", "warm-up", Examples.NOON.plus(Duration.ofHours(1))))
                    : List.of();
        }

        @Override
        public Set<Ref<? extends Subject>> ancestors(Ref<? extends Subject> ref) {
            return Set.of(Examples.DONOR, Examples.COLLECTION, Examples.BATCH);
        }

        @Override
        public Set<Ref<? extends Subject>> descendants(Ref<? extends Subject> ref) {
            return Set.of();
        }
    }

    public static Situation thaw() {
        return thaw(new CountingFacts(Map.of()));
    }

    public static Situation thaw(Facts facts) {
        return situation(
                Examples.thaw(),
                Map.of(Examples.UNIT, Examples.unit().withStatus(Unit.Status.THAWED)),
                facts,
                Map.of());
    }

    public static Situation fill() {
        Fill act = new Fill(
                Examples.BATCH,
                List.of(Ref.parse("unit:U8"), Ref.parse("unit:U9")),
                Examples.PRODUCT,
                Examples.SITE,
                new BigDecimal("50"),
                LocalDate.of(2027, 1, 1));
        Map<Ref<? extends Subject>, Subject> after = new HashMap<>();
        for (Effects.Step step : act.effects(occasion()).steps()) {
            if (step instanceof Effects.Creation creation) {
                after.put(creation.subject(), creation.state());
            }
        }
        return situation(act, after, Map.of());
    }

    public static Situation situation(
            Act act, Map<Ref<? extends Subject>, Subject> after, Map<Ref<? extends Subject>, Subject> others) {
        return situation(act, after, new CountingFacts(others), Map.of());
    }

    public static Situation situation(
            Act act, Map<Ref<? extends Subject>, Subject> after, Facts facts, Map<String, String> justifications) {
        return new Situation(
                Examples.VOCABULARY.declaration(act),
                act,
                occasion(),
                Map.of(Examples.UNIT, Examples.unit()),
                after,
                facts,
                justifications);
    }

    public static Occasion occasion() {
        return new Occasion(
                "E1", Examples.NOON, Examples.NOON.plusSeconds(30), Examples.NURSE, List.of(Examples.NURSE));
    }
}
