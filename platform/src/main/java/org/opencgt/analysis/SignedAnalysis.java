package org.opencgt.analysis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Derived;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.act.Text;
import org.opencgt.subject.Belonging;
import org.opencgt.subject.PharmacologyPlan;

/**
 * A run of an engine that somebody signed: data, options, version and result, so that it can be run again and give the same digits.
 * It stands here and not among the other states because what it says of itself is found by the engines, which this room alone runs.
 *
 * @param plan whose data it has, if any
 * @param area of the command, such as {@code ck}
 * @param verb of the command, such as {@code nca}
 * @param engine version of the program that computed it
 * @param result JSON as the command writes it
 */
@RecordBuilder
@Subject.Kind(value = "analysis", prefix = "YA")
public record SignedAnalysis(
        String title,
        @Nullable Ref<PharmacologyPlan> plan,
        @Text(max = 40) String area,
        @Text(max = 40) String verb,
        List<Option> options,
        List<DataFile> data,
        String engine,
        @Text(max = 2_000_000, lines = true) String result,
        Ref<? extends Subject> signedBy,
        Instant signed)
        implements Belonging {

    @Override
    public List<Ref<? extends Subject>> belongsTo() {
        return List.of(plan == null ? signedBy : plan);
    }

    /**
     * An option of the command.
     *
     * @param name such as {@code --auc}
     * @param values none for a flag
     */
    public record Option(@Text(max = 60) String name, List<String> values) {}

    /**
     * A file that the command read.
     *
     * @param option for which it was given, such as {@code --input}
     * @param name as messages call it
     * @param table the table of the ledger that it was read from; absent: it was brought along
     */
    public record DataFile(
            @Text(max = 60) String option,
            String name,
            @Text(max = 60) @Nullable String table,
            @Text(max = 2_000_000, lines = true) String text) {}

    /** Runs it again. */
    public Rerun again() {
        return Rerun.of(area, verb, options, data);
    }

    /** Whether this program gives the same result, digit by digit. */
    @Derived
    public boolean reproduced() {
        return again().gives(result);
    }

    /** Whether this program is of the version that computed the result. */
    @Derived
    public boolean sameEngine() {
        return Rerun.engine().equals(engine);
    }
}
