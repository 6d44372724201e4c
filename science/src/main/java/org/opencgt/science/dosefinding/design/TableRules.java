package org.opencgt.science.dosefinding.design;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;

/** A {@link TableDesign} with its table as an array. */
final class TableRules extends Rules {

    private static final byte STAY = 0;
    private static final byte UP = 1;
    private static final byte DOWN = 2;
    private static final byte OUT = 3;
    private static final byte UNDEFINED = 4;

    private final int stride;
    private final byte[] table;
    /** The same for the lowest dose, where {@link #OUT} ends the trial. */
    private final byte[] lowest;

    private final ClosestToTarget.Prepared selection;

    private TableRules(int stride, byte[] table, byte[] lowest, ClosestToTarget.Prepared selection) {
        this.stride = stride;
        this.table = table;
        this.lowest = lowest;
        this.selection = selection;
    }

    static TableRules of(TableDesign design, int doses, int maximumPatients) {
        int stride = maximumPatients + 1;
        byte[] table = new byte[stride * stride];
        byte[] lowest = new byte[stride * stride];
        for (int n = 1; n <= maximumPatients; n++) {
            for (int y = 0; y <= n; y++) {
                table[n * stride + y] = coded(design, n, y);
                boolean stop = table[n * stride + y] != UNDEFINED && design.stopsAtLowest(n, y);
                lowest[n * stride + y] = stop ? OUT : table[n * stride + y];
            }
        }
        return new TableRules(
                stride, table, lowest, new ClosestToTarget.Prepared(design.selection(), doses, maximumPatients));
    }

    @Override
    public int next(int[] patients, int[] dlts, int[] responses, int dose, int lastPatients, int lastDlts) {
        int admissible = admissible(patients, dlts);
        if (admissible == 0) {
            return ABANDON;
        }
        if (dose >= admissible) {
            return admissible - 1;
        }
        byte said = (dose == 0 ? lowest : table)[patients[dose] * stride + dlts[dose]];
        return switch (said) {
            case UP -> Math.min(dose + 1, admissible - 1);
            case DOWN -> Math.max(dose - 1, 0);
            case UNDEFINED -> throw beyond(patients[dose]);
            default -> dose;
        };
    }

    @Override
    public int select(int[] patients, int[] dlts, int[] responses) {
        return selection.select(patients, dlts, admissible(patients, dlts));
    }

    @Override
    public Rules copy() {
        return new TableRules(stride, table, lowest, selection.copy());
    }

    private int admissible(int[] patients, int[] dlts) {
        if (lowest[patients[0] * stride + dlts[0]] == OUT) {
            return 0;
        }
        for (int dose = 1; dose < patients.length; dose++) {
            if (table[patients[dose] * stride + dlts[dose]] == OUT) {
                return dose;
            }
        }
        return patients.length;
    }

    private static byte coded(TableDesign design, int patients, int dlts) {
        if (!design.reaches(patients)) {
            return UNDEFINED;
        }
        return switch (design.cell(patients, dlts)) {
            case ESCALATE -> UP;
            case STAY -> STAY;
            case DEESCALATE -> DOWN;
            case ELIMINATE -> OUT;
            case ELIMINATE_TOXIC, ELIMINATE_FUTILE, ESCALATE_FUTILE, STOP, WAIT ->
                throw new IllegalStateException(design.name() + " is no table of toxicity");
        };
    }

    private static BadInput beyond(int patients) {
        return Fault.of(DoseFindingFault.NOT_IN_TABLE)
                .with("patients", patients)
                .asException();
    }
}
