package org.opencgt.science.dosefinding.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencgt.science.Language;
import org.opencgt.science.cli.ScienceCommand;
import org.opencgt.science.command.Shell;
import org.opencgt.science.command.Surroundings;
import org.opencgt.science.output.Json;
import tools.jackson.databind.JsonNode;

class DoseFindingCommandTest {

    @TempDir
    Path folder;

    private record Run(int code, String out, String err) {
        JsonNode json() {
            return Json.mapper().readTree(out);
        }
    }

    @Test
    void aTableHasItsRowsInBothForms() {
        JsonNode table = run("dose table --design boin --target 0.3 --cohort 3 --max-n 6")
                .json();

        assertThat(table.get("design").asString()).isEqualTo("boin");
        assertThat(table.get("boundaries").get(0).toString())
                .isEqualTo("{\"n\":3,\"escalateIfDltAtMost\":0,\"deescalateIfDltAtLeast\":2,"
                        + "\"eliminateIfDltAtLeast\":3,\"stopIfDltAtLeast\":3}");
        assertThat(table.get("decisions")).hasSize(4 + 7);
        assertThat(run("dose table --design mtpi --max-n 3 --format csv --row outcome").out)
                .isEqualTo("n,dlt,decision\n3,0,E\n3,1,S\n3,2,D\n3,3,DU\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3+3", "mtpi", "mtpi2", "mTPI-2", "keyboard", "BOIN", "tite-boin", "tepi", "boin12"})
    void everyDesignWithATableShowsIt(String design) {
        Run run = run("dose table --max-n 6 --format json --design " + design);

        assertThat(run.code).isZero();
        assertThat(run.json().get("decisions")).isNotEmpty();
    }

    @Test
    void aTableGoesOutAndComesInAgain() throws Exception {
        Path table = folder.resolve("table.csv");
        run("dose table --design boin --row outcome --format csv --out " + table);

        String counts = " --n 3,6,0 --dlt 0,1,0 --current 2";
        JsonNode custom =
                run("dose decide --design custom --table " + table + counts).json();

        assertThat(custom.get("decision").asString()).isEqualTo("E");
        assertThat(custom.get("nextDose").intValue()).isEqualTo(3);
        assertThat(run("dose simulate --design custom --truth 0.1,0.3,0.5 --method exact --table " + table)
                        .json()
                        .get("selectionPercent"))
                .isEqualTo(run("dose simulate --design boin --truth 0.1,0.3,0.5 --method exact")
                        .json()
                        .get("selectionPercent"));
    }

    @Test
    void aDecisionHasItsReasonInTheLanguageOfTheReader() {
        String question = "dose decide --design boin --n 3,6,3 --dlt 0,1,2 --current 2";

        JsonNode english = run(question).json();
        assertThat(english.get("decision").asString()).isEqualTo("E");
        assertThat(english.get("nextDose").intValue()).isEqualTo(3);
        assertThat(english.get("reason").asString()).startsWith("Escalate to dose 3");
        assertThat(run(Language.CHINESE, question).json().get("reason").asString())
                .startsWith("递增至剂量 3");
    }

    @Test
    void theEndOfATrialHasNoNextDose() {
        JsonNode stop =
                run("dose decide --design 3+3 --n 3,3 --dlt 0,2 --current 2").json();

        assertThat(stop.get("decision").asString()).isEqualTo("STOP");
        assertThat(stop.get("nextDose").isNull()).isTrue();
        assertThat(stop.get("mtd").intValue()).isEqualTo(1);
    }

    @Test
    void openOutcomesCanBeToldInTwoWays() {
        assertThat(run("dose decide --design boin --n 6,6,0 --dlt 0,1,0 --current 2 --pending 0,1,0")
                        .json()
                        .get("decision")
                        .asString())
                .isEqualTo("WAIT");
        assertThat(run("dose decide --design tite-boin --n 6,6,0 --dlt 0,1,0 --current 2 --follow-up 25,25,26")
                        .json()
                        .get("decision")
                        .asString())
                .isEqualTo("E");
        assertThat(run("dose decide --design boin --n 6,6 --dlt 0,1 --current 2 --follow-up 25").code)
                .isEqualTo(2);
    }

    @Test
    void theLastCohortMattersToCrm() {
        String question = "dose decide --design crm --n 3,12,6,0,0 --dlt 0,0,1,0,0 --current 3";

        assertThat(run(question).json().get("nextDose").intValue()).isEqualTo(4);
        assertThat(run(question + " --last-n 3 --last-dlt 1")
                        .json()
                        .get("nextDose")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void aSelectionHasEstimatesAndIntervals() {
        JsonNode selection =
                run("dose select --design boin --n 3,3,15,9,0 --dlt 0,0,4,4,0").json();

        assertThat(selection.get("mtd").intValue()).isEqualTo(3);
        assertThat(selection.get("estimates").get(2).doubleValue()).isCloseTo(0.2682, within(1e-4));
        assertThat(selection.get("estimates").get(4).isNull()).isTrue();
        assertThat(selection.get("lower").get(2).doubleValue())
                .isLessThan(selection.get("upper").get(2).doubleValue());
        assertThat(run("dose select --design boin --n 3,0 --dlt 3,0")
                        .json()
                        .get("mtd")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSimulationIsFixedByItsSeedWhateverTheThreads() {
        String question = "dose simulate --design boin --truth 0.05,0.15,0.3 --trials 3000 --seed 1 --threads ";

        Run one = run(question + 1);
        assertThat(run(question + 3).out).isEqualTo(one.out);
        assertThat(one.json().get("selectionPercent")).hasSize(3);
        assertThat(one.json().get("overdose").get("overdose60").doubleValue()).isZero();
        assertThat(one.json().get("trials").intValue()).isEqualTo(3000);
    }

    @Test
    void scenariosAreMadeReadAndCompared() {
        Path file = folder.resolve("scenarios.csv");
        run("dose scenarios --doses 4 --count 5 --seed 3 --min-efficacy 0.3 --out " + file);

        JsonNode simulated = run("dose simulate --design tepi --trials 200 --seed 1 --scenarios " + file
                        + " --format json")
                .json();
        assertThat(simulated).hasSize(5);
        assertThat(simulated.get(4).get("scenario").asString()).isEqualTo("5");
        assertThat(simulated.get(0).get("responses")).hasSize(4);

        JsonNode compared = run("dose compare --designs boin,mtpi2,3+3 --method exact --format json --scenarios "
                        + file)
                .json();
        assertThat(compared).hasSize(5 * 3 + 3);
        assertThat(compared.get(15).get("scenario").isNull()).isTrue();
        assertThat(compared.get(15).get("design").asString()).isEqualTo("boin");
    }

    /** TEPI's own usual target is another one. */
    @Test
    void comparedDesignsAimAtTheSame() {
        String trial = " --truth 0.1,0.3,0.5 --truth-efficacy 0.2,0.4,0.5 --cohorts 6 --method exact --format json";

        JsonNode compared = run("dose compare --designs boin,tepi" + trial).json();
        JsonNode alone = run("dose simulate --design tepi --target 0.3" + trial).json();

        assertThat(compared.get(1).get("idealSelectedPercent").doubleValue())
                .isEqualTo(alone.get("ideal").get("selectedPercent").doubleValue());
    }

    @Test
    void aScenarioThatIsNoTruthIsNamedByItsLine() throws Exception {
        Path file = Files.writeString(folder.resolve("s.csv"), "scenario,dose1,dose2\nA,0.1,0.2\nB,0.1,1.2\n");

        Run run = run("dose simulate --design boin --scenarios " + file);
        assertThat(run.code).isEqualTo(2);
        assertThat(run.err).contains("line 3");
    }

    @Test
    void trialsRunInTime() {
        JsonNode figures = run("dose simulate --design boin --truth 0.05,0.15,0.3 --trials 200 --seed 1 --accrual 2"
                        + " --sentinel 14 --stagger 3 --manufacturing 21 --not-made 10% --below-dose 5%")
                .json();

        assertThat(figures.get("calendar").get("days").doubleValue()).isBetween(600.0, 1600.0);
        assertThat(figures.get("calendar").get("notMade").doubleValue()).isPositive();
        assertThat(run("dose simulate --design boin --truth 0.1,0.3 --sentinel 14").err)
                .contains("--accrual");
        assertThat(run("dose simulate --design boin --truth 0.1,0.3 --accrual 2 --method exact").code)
                .isEqualTo(2);
    }

    @Test
    void pathwaysLookAhead() {
        Run run = run("dose paths --design boin --doses 3 --ahead 2 --truth 0.1,0.3,0.5 --format json");

        JsonNode paths = run.json().get("paths");
        double sum = 0;
        for (JsonNode path : paths) {
            sum += path.get("probability").doubleValue();
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(paths.get(0).get("steps").get(0).get("dose").intValue()).isEqualTo(1);
        assertThat(run("dose paths --design 3+3 --doses 2 --ahead 1 --format csv").out)
                .startsWith("course,decision,nextDose,mtd\n1: 0/3,E,2,\n");
    }

    @Test
    void aStartingDoseShowsItsSteps() {
        JsonNode scaled = run("dose start --method bsa --species mouse --animal-dose 3.7e7")
                .json();
        assertThat(scaled.get("startingDosePerKg").doubleValue()).isCloseTo(3e5, within(1e-6));
        assertThat(scaled.get("steps")).hasSize(3);
        assertThat(scaled.get("humanEquivalentDosePerKg").doubleValue()).isCloseTo(3e6, within(1e-5));
        assertThat(scaled.get("humanEquivalentDose").doubleValue()).isCloseTo(1.8e8, within(1e-3));
        assertThat(scaled.get("sensitivity").get(2).get("exponent").doubleValue())
                .isEqualTo(1);
        assertThat(scaled.get("uncertainty").asString()).isEqualTo("high");
        assertThat(scaled.get("toBeDocumented")).hasSize(2);
        assertThat(scaled.get("warnings").get(0).asString()).contains("Living cells");

        JsonNode effective =
                run("dose start --method effective-cells --benchmark-dose 2e6,1e6 --benchmark-active 50%,40% --viability 80% --active 25%")
                        .json();
        assertThat(effective.get("startingDosePerKg").doubleValue()).isCloseTo(2e6, within(1e-6));
        assertThat(effective.has("humanEquivalentDose")).isFalse();
        assertThat(run("dose start --method bsa --animal-dose 1e6").err).contains("--species");
        assertThat(run("dose start --method bsa --species unicorn --animal-dose 1e6").code)
                .isEqualTo(2);
    }

    @Test
    void anActualDoseIsHeldAgainstTheProtocol() throws Exception {
        String cells = "dose actual --total-cells 4e8 --viability 90% --transduced 35% --weight 70 --target 2e6";

        assertThat(run(cells + " --tolerance 20%").json().get("within").booleanValue())
                .isTrue();
        Run outside = run(cells + " --tolerance 5%");
        assertThat(outside.code).isEqualTo(1);
        assertThat(outside.err).contains("lies outside");
        assertThat(
                        run("dose actual --total-cells 4e8 --viability 90% --transduced 35% --per m2 --height 170 --weight 70")
                                .json()
                                .get("size")
                                .doubleValue())
                .isCloseTo(1.818, within(1e-3));

        Path file = Files.writeString(
                folder.resolve("doses.csv"),
                "subject,total_cells,viability,transduced,weight\nS1,4e8,90%,35%,70\nS2,4e8,x,35%,70\n");
        assertThat(run("dose actual --input " + file).err).contains("line 3");
    }

    @Test
    void cellsCanBeToldByConcentrationAndOutliersShow() throws Exception {
        JsonNode actual =
                run("dose actual --concentration 8e6 --volume 50 --viability 90% --transduced 35% --weight 70")
                        .json();
        assertThat(actual.get("totalCells").doubleValue()).isCloseTo(4e8, within(1e-3));
        assertThat(actual.get("positiveCellsPerKg").doubleValue()).isCloseTo(1.8e6, within(1e-3));
        assertThat(run("dose actual --viability 90% --transduced 35% --weight 70").err)
                .contains("--total-cells");

        Path file = Files.writeString(
                folder.resolve("batches.csv"),
                "subject,total_cells,viability,transduced,weight\nA,4e8,90%,35%,70\nB,4e8,90%,33%,70\n"
                        + "C,4e8,90%,36%,70\nD,4e8,90%,34%,70\nE,4e8,90%,8%,70\n");
        JsonNode rows = run("dose actual --format json --input " + file).json();
        assertThat(rows.get(4).get("transducedOutlier").booleanValue()).isTrue();
        assertThat(rows.get(0).get("transducedOutlier").booleanValue()).isFalse();
    }

    @Test
    void levelsMustKeepApart() {
        assertThat(run("dose levels --targets 1e6,3e6,1e7 --tolerance 20%").code)
                .isZero();
        Run close = run("dose levels --targets 1e6,1.4e6 --tolerance 20% --format json");
        assertThat(close.code).isEqualTo(1);
        assertThat(close.err).contains("Levels 1 and 2 overlap");
        assertThat(close.json().get(1).get("overlaps").booleanValue()).isTrue();
        assertThat(run("dose levels --targets 1e6,3e6 --lowest 8e5,2e6 --highest 1.2e6,4e6").code)
                .isZero();
    }

    @Test
    void anOrderHasItsInfusions() {
        JsonNode order = run("dose order --dose 2e6 --weight 70 --cap 60 --fractions 10%,30%,60%")
                .json();

        assertThat(order.get("cells").doubleValue()).isCloseTo(1.2e8, within(1e-3));
        assertThat(order.get("infusions")).hasSize(3);
        assertThat(order.get("capped").booleanValue()).isTrue();
        assertThat(run("dose order --dose 5e7 --per m2 --height 170 --weight 70")
                        .json()
                        .get("cells")
                        .doubleValue())
                .isCloseTo(5e7 * Math.sqrt(170 * 70 / 3600.0), within(1e-3));
    }

    @Test
    void aPlanHasItsDates() {
        Run run = run("dose plan --cohorts 2 --sentinel 14 --stagger 7 --first 2026-03-02 --format csv");

        assertThat(run.out)
                .contains("1,1,true,0.0,28.0,49.0,2026-03-02,2026-03-30,2026-04-20")
                .contains("2,1,true,49.0");
        assertThat(run("dose plan --first 02.03.2026").code).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dose simulate --design boin --truth 0.1,0.3 --trials 5000 --seed 1",
                "dose compare --designs boin,mtpi2 --truth 0.1,0.3 --trials 3000 --seed 1 --accrual 2",
                "dose compare --designs boin,3+3 --truth 0.1,0.3 --method exact"
            })
    void longWorkTellsHowFarItIs(String command) {
        AtomicLong total = new AtomicLong();
        AtomicLong done = new AtomicLong();
        Surroundings watched = new Surroundings(
                Language.ENGLISH,
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false,
                Clock.systemUTC(),
                steps -> {
                    total.set(steps);
                    return done::addAndGet;
                });

        assertThat(Shell.run(new ScienceCommand(), watched, command.split(" "))).isZero();
        assertThat(total.get()).isPositive();
        assertThat(done.get()).isEqualTo(total.get());
    }

    /** What takes minutes ends at once when its thread is interrupted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dose simulate --design boin --truth 0.1,0.3 --trials 100000000 --seed 1",
                "dose simulate --design boin --truth 0.1,0.3 --trials 10000000 --seed 1 --accrual 2",
                "dose simulate --design boin --truth 0.05,0.1,0.15,0.2,0.3,0.4,0.5 --cohorts 20 --method exact",
                "dose paths --design crm --doses 5 --ahead 7"
            })
    @Timeout(60)
    void longWorkCanBeStopped(String command) throws Exception {
        AtomicInteger code = new AtomicInteger(-1);
        Thread work = Thread.ofPlatform().start(() -> code.set(run(command).code));
        Thread.sleep(300);
        work.interrupt();
        work.join();

        assertThat(code.get()).isNotZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dose table --design boin --target 0.3 --p1 0.3|must be below",
                "dose table --design boin --target 1.3|--target",
                "dose table --design boin --target 30|--target",
                "dose table --design mtpi --e1 0.4|must be below",
                "dose table --design mtpi --p1 0.1|has no --p1",
                "dose table --design crm|pathways",
                "dose table --design custom|--table",
                "dose table --design boon|--design",
                "dose table --design boin --cohort 0|Cohort size",
                "dose table --design boin --cohort 7 --max-n 6|Cohort size",
                "dose decide --design boin --n 3,3 --dlt 0,4 --current 2|Dose 2",
                "dose decide --design boin --n 3,3 --dlt 0 --current 2|2 values",
                "dose decide --design boin --n 3,3 --dlt 0,0 --current 3|numbered from 1 to 2",
                "dose decide --design boin --n 3,x --dlt 0,0 --current 1|--n",
                "dose decide --design tepi --n 3,3 --dlt 0,0 --current 1|responders",
                "dose decide --design 3+3 --n 9,3 --dlt 0,0 --current 1|six",
                "dose select --design crm --n 3,3 --dlt 0,0 --skeleton 0.1,0.2,0.3|3 doses",
                "dose simulate --design boin|--truth",
                "dose simulate --design boin --truth 0.1,1.2|--truth",
                "dose simulate --design boin --truth 0.1,0.2 --start 3|Starting dose",
                "dose simulate --design boin --truth 0.1,0.2 --trials 0|Number of trials",
                "dose simulate --design tepi --truth 0.1,0.2|response",
                "dose simulate --design tepi --truth 0.1,0.2 --truth-efficacy 0.1|values",
                "dose start --method bsa --species child --animal-dose 1e6|names the animal",
                "dose start --method bsa --species mouse --animal-dose 1e6 --exponent 1.5|Exponent",
                "dose start --method bsa --species mouse --animal-dose 1e6 --safety-factor 0.5|Safety factor",
                "dose start --method bsa --species mouse --animal-dose -1|Animal dose",
                "dose start --method effective-cells --benchmark-dose 1e6,2e6,3e6 --benchmark-active 0.5,0.4 --active 0.5|one for each",
                "dose levels --targets 1e6,3e6|--tolerance",
                "dose levels --targets 3e6,1e6 --tolerance 20%|must rise",
                "dose levels --targets 1e6,3e6 --lowest 1e6 --highest 1e6,3e6|2 levels",
                "dose levels --targets 1e6 --lowest 2e6 --highest 3e6|within the range",
                "dose order --dose 2e6|--weight",
                "dose order --dose 2e6 --per m2 --weight 70|Height",
                "dose order --dose 2e6 --weight 70 --fractions 10%,20%|add up to 1",
                "dose order --dose 2e8 --per total --weight -70|Body weight",
                "dose actual --total-cells 4e8 --viability 90% --transduced 35% --per total --weight 0|Body weight",
                "dose plan --sentinel -1|sentinel",
                "dose scenarios --doses 1|Number of doses",
                "dose scenarios --target 0.95|Target",
                "dose paths --design boin --doses 3 --next 4|numbered from 1 to 3",
                "dose paths --design boin|--doses",
                "dose paths --design boin --doses 3 --ahead 20|fewer cohorts",
                "dose simulate --design boin --truth 0.1,0.2 --accrual 0|Patients per month",
                "dose simulate --design boin --truth 0.1,0.2 --accrual 1 --not-made 60% --below-dose 50%|no product",
                "dose simulate --design mtpi --truth 0.1,0.2 --accrual 1 --conduct tite|tite-boin",
                "dose simulate --design tepi --truth 0.1,0.2 --truth-efficacy 0.2,0.3 --accrual 1 --backfill 6|Backfilling",
                "dose compare --designs boin,mtpi --truth 0.1,0.2 --skeleton 0.1,0.2|--skeleton"
            })
    void whatCannotBeMeantIsExplained(String command, String part) {
        Run run = run(command);

        assertThat(run.code).as(run.err).isEqualTo(2);
        assertThat(run.err).contains(part);
        assertThat(run.out).isEmpty();
    }

    private static Run run(String command) {
        return run(Language.ENGLISH, command);
    }

    private static Run run(Language language, String command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings =
                new Surroundings(language, new PrintWriter(out), new PrintWriter(err), false, false);
        int code = Shell.run(new ScienceCommand(), surroundings, command.split(" "));
        return new Run(code, out.toString(), err.toString());
    }
}
