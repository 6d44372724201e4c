package org.opencgt.safety;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ASTCT consensus grade of an immune effector cell-associated neurotoxicity syndrome of adults.
 *
 * <p>Lee DW et al., Biol Blood Marrow Transplant 2019;25:625–638, Table 6: the grade is that of the most severe finding not
 * explained otherwise. ICE score 7–9 makes grade 1, 3–6 grade 2, 0–2 grade 3. A recipient who cannot be roused to do the test
 * has grade 4; an ICE score of 0 of one who is awake with global aphasia has grade 3. Tremor, myoclonus and intracranial
 * haemorrhage don't count. Grade 5, death due to the syndrome, is no matter of these findings.
 */
public final class IcansGrade {

    /** Depressed level of consciousness. */
    public enum Consciousness {
        NORMAL,
        AWAKENS_SPONTANEOUSLY,
        AWAKENS_TO_VOICE,
        AWAKENS_TO_TOUCH,
        UNROUSABLE
    }

    /** Clinical or electroencephalographic seizure. */
    public enum Seizure {
        NONE,
        RESOLVES_RAPIDLY,
        RESOLVES_WITH_INTERVENTION,
        PROLONGED_OVER_5_MINUTES,
        REPETITIVE_WITHOUT_RECOVERY
    }

    /** Deep focal motor weakness, such as hemiparesis or paraparesis. */
    public enum Motor {
        NONE,
        DEEP_FOCAL_WEAKNESS
    }

    /** Raised intracranial pressure or cerebral oedema. */
    public enum Oedema {
        NONE,
        FOCAL_ON_IMAGING,
        DIFFUSE_ON_IMAGING,
        DECEREBRATE_OR_DECORTICATE_POSTURING,
        CRANIAL_NERVE_VI_PALSY,
        PAPILLOEDEMA,
        CUSHING_TRIAD
    }

    private IcansGrade() {}

    /** The grade, 0 to 4. */
    static int of(@Nullable Integer ice, Consciousness consciousness, Seizure seizure, Motor motor, Oedema oedema) {
        return Stream.of(
                        encephalopathy(ice),
                        consciousness(consciousness),
                        seizure(seizure),
                        motor(motor),
                        oedema(oedema))
                .reduce(0, Math::max);
    }

    private static int encephalopathy(@Nullable Integer ice) {
        if (ice == null) {
            return 4;
        }
        if (ice >= 10) {
            return 0;
        }
        return ice >= 7 ? 1 : ice >= 3 ? 2 : 3;
    }

    private static int consciousness(Consciousness level) {
        return switch (level) {
            case NORMAL -> 0;
            case AWAKENS_SPONTANEOUSLY -> 1;
            case AWAKENS_TO_VOICE -> 2;
            case AWAKENS_TO_TOUCH -> 3;
            case UNROUSABLE -> 4;
        };
    }

    private static int seizure(Seizure seizure) {
        return switch (seizure) {
            case NONE -> 0;
            case RESOLVES_RAPIDLY, RESOLVES_WITH_INTERVENTION -> 3;
            case PROLONGED_OVER_5_MINUTES, REPETITIVE_WITHOUT_RECOVERY -> 4;
        };
    }

    private static int motor(Motor motor) {
        return motor == Motor.DEEP_FOCAL_WEAKNESS ? 4 : 0;
    }

    private static int oedema(Oedema oedema) {
        return switch (oedema) {
            case NONE -> 0;
            case FOCAL_ON_IMAGING -> 3;
            case DIFFUSE_ON_IMAGING,
                    DECEREBRATE_OR_DECORTICATE_POSTURING,
                    CRANIAL_NERVE_VI_PALSY,
                    PAPILLOEDEMA,
                    CUSHING_TRIAD -> 4;
        };
    }
}
