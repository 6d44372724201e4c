package org.opencgt.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The stages of life in their natural order, and the organisation beside them: what the frame lists at its left. */
public enum WorkArea {
    DONORS("donor", "donor", "collection", "donor-programme"),
    MATERIALS("material", "material-lot", "material", "bill-item"),
    CELL_BANKS("cellbank", "cell-bank", "cell-line", "passage-study"),
    BATCHES("manufacturing", "batch", "unit", "process-monitoring", "production-plan"),
    RELEASE("quality", "sample", "deviation", "method-study", "characterisation-study", "process-change"),
    STABILITY("stability", "stability-study"),
    SHIPMENTS("logistics", "shipment"),
    CLINIC("clinic", "recipient", "order"),
    SAFETY("safety", "event"),
    STUDIES("study", "study", "dose-escalation"),
    PHARMACOLOGY("pharmacology", "pharmacology-plan", "kinetic-profile", "analysis", "nonclinical-study"),
    ORGANISATION(
            "organisation",
            "product",
            "site",
            "person",
            "equipment",
            "area",
            "document",
            "fmea",
            "environmental-assessment",
            "agent-plan",
            "risk");

    private final String capability;
    private final List<String> kinds;

    WorkArea(String capability, String... kinds) {
        this.capability = capability;
        this.kinds = List.of(kinds);
    }

    /** The capability under which the guidelines list what they ask of this area. */
    public String capability() {
        return capability;
    }

    /** The kinds of subjects at home here. */
    public List<String> kinds() {
        return kinds;
    }

    /** As in the address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "area." + slug();
    }

    public String icon() {
        return slug();
    }

    static Optional<WorkArea> ofSlug(String slug) {
        return Arrays.stream(values()).filter(a -> a.slug().equals(slug)).findFirst();
    }

    static Optional<WorkArea> ofKind(String kind) {
        return Arrays.stream(values()).filter(a -> a.kinds.contains(kind)).findFirst();
    }

    /** Those that follow a product through its life. */
    public static List<WorkArea> stages() {
        return Arrays.stream(values()).filter(a -> a != ORGANISATION).toList();
    }
}
