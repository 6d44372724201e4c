package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opencgt.database.TestDatabase;
import org.opencgt.installation.FirstStart;
import org.opencgt.installation.Installation;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a study in animals shows, on the life of the vesicles. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "opencgt.life=vesicles")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NonclinicalPageTest {

    private static final Path LIFE = Path.of("..", "scenarios", "vesicle-study-site.yaml");

    @LocalServerPort
    private int port;

    private @Nullable Browser browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeAll
    void play(@Autowired FirstStart first) {
        Scenario life = ScenarioReader.read(LIFE);
        ScenarioRun.Result played = new ScenarioRun(first.stage("vesicles")).play(life, told -> {});
        assertThat(played.asExpected())
                .as(() -> String.valueOf(played.told().getLast()))
                .isTrue();
        browser().signIn("quality.zhao", Installation.DEMO_PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private Browser browser() {
        if (browser == null) {
            browser = Browser.open(port, "en");
        }
        return browser;
    }

    @Test
    void theStudyShowsAnimalsDosesGroupsAndKinetics() throws IOException {
        browser().size(1400, 900).go(Page.subject("nonclinical-study:ev-toxicity") + "/nonclinical?lang=en");
        assertThat(browser().text())
                .contains("Animals needed in each group for the effect to be detected: 6")
                .contains("All results of the plan are there.")
                .contains("Highest dose up to which no toxic effect is seen: 3 10*9 particles")
                .contains("Groups against control", "Where it is found and how long");
        unbroken("nonclinical");
    }

    @Test
    void theEffectShowsItsLowestDoseInChinese() throws IOException {
        browser().size(820, 1180).go(Page.subject("nonclinical-study:ev-efficacy") + "/nonclinical?lang=zh-CN");
        assertThat(browser().text()).contains("出现治疗效应的最低剂量", "各组与对照组比较");
        unbroken("nonclinical-zh");
        browser().go(Page.subject("nonclinical-study:ev-efficacy") + "?lang=en");
        assertThat(browser().text()).contains("What the study shows");
    }

    private void unbroken(String name) throws IOException {
        browser().picture(name);
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().text()).doesNotContainPattern("\\[[a-z-]+\\.[A-Za-z0-9.~_-]+\\]");
        assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth <= innerWidth + 1"))
                .isEqualTo(true);
    }
}
