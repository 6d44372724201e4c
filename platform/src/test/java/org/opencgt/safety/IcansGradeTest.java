package org.opencgt.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencgt.safety.IcansGrade.Consciousness;
import org.opencgt.safety.IcansGrade.Motor;
import org.opencgt.safety.IcansGrade.Oedema;
import org.opencgt.safety.IcansGrade.Seizure;

/** Table 6 of Lee et al. 2019, boundary by boundary. */
class IcansGradeTest {

    @ParameterizedTest
    @CsvSource({
        "10, 0", "9, 1", "8, 1", "7, 1", "6, 2", "5, 2", "4, 2", "3, 2", "2, 3", "1, 3", "0, 3", ", 4",
    })
    void encephalopathyScore(@Nullable Integer ice, int grade) {
        assertThat(IcansGrade.of(ice, Consciousness.NORMAL, Seizure.NONE, Motor.NONE, Oedema.NONE))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 0",
        "AWAKENS_SPONTANEOUSLY, 1",
        "AWAKENS_TO_VOICE, 2",
        "AWAKENS_TO_TOUCH, 3",
        "UNROUSABLE, 4",
    })
    void consciousness(Consciousness level, int grade) {
        assertThat(IcansGrade.of(10, level, Seizure.NONE, Motor.NONE, Oedema.NONE))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0",
        "RESOLVES_RAPIDLY, 3",
        "RESOLVES_WITH_INTERVENTION, 3",
        "PROLONGED_OVER_5_MINUTES, 4",
        "REPETITIVE_WITHOUT_RECOVERY, 4",
    })
    void seizure(Seizure seizure, int grade) {
        assertThat(IcansGrade.of(10, Consciousness.NORMAL, seizure, Motor.NONE, Oedema.NONE))
                .isEqualTo(grade);
    }

    @Test
    void deepFocalWeaknessIsGradeFour() {
        assertThat(IcansGrade.of(10, Consciousness.NORMAL, Seizure.NONE, Motor.DEEP_FOCAL_WEAKNESS, Oedema.NONE))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 0",
        "FOCAL_ON_IMAGING, 3",
        "DIFFUSE_ON_IMAGING, 4",
        "DECEREBRATE_OR_DECORTICATE_POSTURING, 4",
        "CRANIAL_NERVE_VI_PALSY, 4",
        "PAPILLOEDEMA, 4",
        "CUSHING_TRIAD, 4",
    })
    void oedema(Oedema oedema, int grade) {
        assertThat(IcansGrade.of(10, Consciousness.NORMAL, Seizure.NONE, Motor.NONE, oedema))
                .isEqualTo(grade);
    }

    @Test
    void theMostSevereFindingCounts() {
        assertThat(IcansGrade.of(8, Consciousness.AWAKENS_TO_VOICE, Seizure.RESOLVES_RAPIDLY, Motor.NONE, Oedema.NONE))
                .isEqualTo(3);
    }
}
