package org.opencgt.science;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The numeric rooms can be used as a library: nothing of the command line is in them. */
@AnalyzeClasses(packages = "org.opencgt.science", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule theCommandLineStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..cli", "..command")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "..cli", "..command");

    @ArchTest
    static final ArchRule nothingOfTheServerIsUsed =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..");

    @ArchTest
    static final ArchRule roomsDoNotGoRoundInCircles =
            slices().matching("org.opencgt.science.(**)").should().beFreeOfCycles();
}
