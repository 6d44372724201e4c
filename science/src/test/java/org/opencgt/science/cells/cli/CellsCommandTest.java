package org.opencgt.science.cells.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.science.cli.Run;
import tools.jackson.databind.JsonNode;

class CellsCommandTest {

    @TempDir
    Path folder;

    @Test
    void identityAgainstSeveralReferences() throws Exception {
        String file =
                file("locus,query,patient,other\nTH01,\"7,9\",\"7,9\",\"6,8\"\nTPOX,8,8,11\nAmelogenin,X,X,\"X,Y\"\n");

        Run run = run("str-match --input " + file + " --expected patient --format json");

        assertThat(run.code()).isZero();
        assertThat(run.json().get(0).get("verdict").stringValue()).isEqualTo("match");
        assertThat(run.json().get(1).get("tanabe_percent").doubleValue()).isZero();
        Run wrong = run("str-match --input " + file + " --expected other");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("identity with other is not shown: no match");
    }

    @Test
    void hlaOfARecipientAndADonor() throws Exception {
        String file =
                file("locus,recipient,donor\nA,A*02:01;A*24:02,A*02:01;A*24:02\nB,B*07:02;B*08:01,B*07:02;B*15:01\n");

        Run run = run("hla-match --input " + file + " --least-matched 4 --format json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("3 of 4 HLA alleles match");
        JsonNode found = run.json();
        assertThat(found.get("matched").intValue()).isEqualTo(3);
        assertThat(found.at("/loci/1/graft_versus_host").intValue()).isEqualTo(1);
    }

    @Test
    void bloodGroupsOfAPairOrAFile() throws Exception {
        assertThat(run("blood-group --recipient A+ --donor O-").code()).isZero();
        assertThat(run("blood-group --recipient A+ --donor O- --part both").code())
                .isEqualTo(1);
        Run file = run("blood-group --recipient to --donor from --input " + file("pair,to,from\nx,A,A\ny,O,AB\n"));
        assertThat(file.code()).isEqualTo(1);
        assertThat(file.err()).contains("y: AB to O");
        Run wrong = run("blood-group --recipient to --donor from --input " + file("pair,to,from\nx,A,AC\n"));
        assertThat(wrong.err()).contains("line 2").contains("no blood group");
    }

    @Test
    void dosesAndResiduals() throws Exception {
        Run dose = run(
                "functional-dose --total-cells 1e9 --viability 80% --cd3 0.9 --car 0.5 --weight 50 --min-per-kg 1e7");
        assertThat(dose.code()).isEqualTo(1);
        assertThat(dose.err()).contains("positive cells per kg lie outside");

        Run dmso = run("residual --preset dmso --residual-concentration 110 --volume 70 --weight 70 --format json");
        assertThat(dmso.code()).isZero();
        assertThat(dmso.json().get(0).get("exposure").doubleValue()).isEqualTo(110);
        assertThat(run("residual --preset endotoxin --residual-concentration 9 --volume 70 --weight 70")
                        .err())
                .contains("hours of infusion are needed");
        assertThat(run("residual --residual beads --residual-concentration 9 --volume 70 --residual-limit 100")
                        .err())
                .contains("beads: the exposure of 630 is over the 100 allowed");

        Run cells =
                run("residual-cells --residual iPSC --dose-cells 1e9 --detection-limit 0.0001 --residual-limit 1e4");
        assertThat(cells.code()).isEqualTo(1);
        assertThat(cells.err()).contains("detection limit of");
    }

    @Test
    void detectionAndParticles() {
        Run few = run("detection-probability --contamination 0.01 --sample-size 100");
        assertThat(few.code()).isEqualTo(1);
        assertThat(few.err()).contains("below the 0.95 wanted");
        assertThat(run("detection-probability --contamination 0.01 --sample-size 100 --samples 3")
                        .code())
                .isZero();
        assertThat(run("particles --particles 1e11 --protein 10 --least-ratio 3e10")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void reportsDrawLevelsAndProbabilities() throws Exception {
        Path report = folder.resolve("report.html");
        assertThat(run("detection-probability --contamination 0.01 --sample-size 300 --report " + report)
                        .code())
                .isZero();
        assertThat(Files.readString(report)).contains("<svg", "Probability of detection", "Poisson");

        String passages = file("passage,seeded,harvested,hours\nP1,1e6,4e6,48\nP2,1e6,8e6,72\n");
        assertThat(run("doublings --limit 20 --input " + passages + " --report " + report)
                        .code())
                .isZero();
        assertThat(Files.readString(report)).contains("<svg", "Cumulative population doubling level");
    }

    private static Run run(String command) {
        List<String> words = new ArrayList<>(List.of("cells"));
        words.addAll(List.of(command.split(" ")));
        return Run.of(words.toArray(String[]::new));
    }

    private String file(String content) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "in", ".csv"), content)
                .toString();
    }
}
