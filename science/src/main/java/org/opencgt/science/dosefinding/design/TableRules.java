package org.opencgt.science.dosefinding.design;

import org.opencgt.science.BadInput;
import org.opencgt.science.Fault;
import org.opencgt.science.dosefinding.DoseFindingFault;

/** A {@link TableDesign} with its table as an array. */
final class TableRules extends Rules {

    /** Codes of the table: how many doses up, or else. */
    private static final byte STAY = 0;

    private static final byte UP = 1;
    private static final byte DOWN = -1;
    private static final byte UNDEFINED = 2;

    private final int stride;
    private final byte[] moves;
    /** 1 where the dose is eliminated; on the second table, where the trial ends if it is the lowest. */
    private final byte[] out;

    private final byte[] ends;
    private final ClosestToTarget.Prepared selection;

    private TableRules(int stride, byte[] moves, byte[] out, byte[] ends, ClosestToTarget.Prepared selection) {
        this.stride = stride;
        this.moves = moves;
        this.out = out;
        this.ends = ends;
        this.selection = selection;
    }

    static TableRules of(TableDesign design, int doses, int maximumPatients) {
        int stride = maximumPatients + 1;
        byte[] moves = new byte[stride * stride];
        byte[] out = new byte[stride * stride];
        byte[] ends = new byte[stride * stride];
        for (int n = 1; n <= maximumPatients; n++) {
            for (int y = 0; y <= n; y++) {
                int cell = n * stride + y;
                moves[cell] = UNDEFINED;
                if (design.reaches(n)) {
                    moves[cell] = coded(design, n, y);
                    out[cell] = (byte) (design.cell(n, y).eliminatesUpward() ? 1 : 0);
                    ends[cell] = (byte) (design.stopsAtLowest(n, y) ? 1 : 0);
                }
            }
        }
        return new TableRules(
                stride, moves, out, ends, new ClosestToTarget.Prepared(design.selection(), doses, maximumPatients));
    }

    /** A bit for each dose that is eliminated; for the lowest, if it ends the trial. */
    @Override
    public long excluded(long before, int[] patients, int[] dlts, int[] responses, int dose) {
        byte[] table = dose == 0 ? ends : out;
        return before & ~(1L << dose) | (long) table[patients[dose] * stride + dlts[dose]] << dose;
    }

    @Override
    public int next(
            int[] patients, int[] dlts, int[] responses, long excluded, int dose, int lastPatients, int lastDlts) {
        if ((excluded & 1) != 0) {
            return ABANDON;
        }
        int move = moves[patients[dose] * stride + dlts[dose]];
        if (move == UNDEFINED) {
            throw beyond(patients[dose]);
        }
        return Math.min(Math.max(dose + move, 0), admissible(excluded, patients.length) - 1);
    }

    @Override
    public int select(int[] patients, int[] dlts, int[] responses, long excluded) {
        return selection.select(patients, dlts, admissible(excluded, patients.length));
    }

    @Override
    public Rules copy() {
        return new TableRules(stride, moves, out, ends, selection.copy());
    }

    /** How many of the lowest doses may be given. */
    private static int admissible(long excluded, int doses) {
        return Long.numberOfTrailingZeros(excluded | 1L << doses);
    }

    private static byte coded(TableDesign design, int patients, int dlts) {
        return switch (design.cell(patients, dlts)) {
            case ESCALATE -> UP;
            case STAY -> STAY;
            case DEESCALATE, ELIMINATE -> DOWN;
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
