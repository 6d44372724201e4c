package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** The storage map of a cell bank and the risk register of its product, on the life of the cardiomyocytes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "opencgt.life=pluripotent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankAndRiskPagesTest {

    private static final Path LIFE = Path.of("..", "scenarios", "ipsc-cardiomyocyte.yaml");

    @LocalServerPort
    private int port;

    private Map<String, String> named = Map.of();
    private @Nullable Browser browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeAll
    void play(@Autowired FirstStart first) {
        Scenario life = ScenarioReader.read(LIFE);
        ScenarioRun run = new ScenarioRun(first.stage("pluripotent"));
        ScenarioRun.Result played = run.play(life, told -> {});
        assertThat(played.asExpected())
                .as(() -> String.valueOf(played.told().getLast()))
                .isTrue();
        named = run.named();
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

    private String bank() {
        return Page.subject(String.valueOf(named.get("working-bank")));
    }

    private void unbroken(String name) throws IOException {
        browser().picture(name);
        assertThat(browser().barriers()).isEmpty();
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().text()).doesNotContainPattern("\\[[a-z-]+\\.[A-Za-z0-9.~_-]+\\]");
        assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth <= innerWidth + 1"))
                .isEqualTo(true);
    }

    @Test
    void theBankShowsItsPositionsStockAndForecast() throws IOException {
        browser().size(1400, 900).go(bank() + "?lang=en");
        assertThat(browser().text())
                .contains("Stock and storage", "7 of 8 vials", "4 vials, what the plans take")
                .contains("Reserve reached, at this rate", "Forecast: vials go on leaving at the mean rate")
                .contains("Requalification due", "2028-06-30", "After thawing", "89 %");
        assertThat(browser().all(".bank-boxes .place")).hasSize(8);
        assertThat(browser().all(".bank-boxes .place-withdrawn")).hasSize(1);
        browser().click("#s-bank ~ details summary");
        assertThat(browser().find("#s-bank ~ details table").getText())
                .contains("R1-B3-01", "W7-01", "Withdrawn", "R1-B3-08", "Stored, released");
        unbroken("bank-en");
    }

    @Test
    void theBankReadsInChineseOnATelephone() throws IOException {
        browser().size(390, 844).go(bank() + "?lang=zh-CN");
        assertThat(browser().text()).contains("库存与储存", "8 支中的 7 支", "按此速度降至储备量", "重新鉴定期限", "已取出");
        unbroken("bank-zh-CN");
    }

    @Test
    void theRegisterListsFailureModesByNumber() throws IOException {
        browser().size(1400, 900).go("/subjects/product/YX-ICM?lang=en");
        browser().leaveBy("a[href$='/risks']");
        assertThat(browser().text()).contains("Failure modes", "Review due", "2027-07-19", "9 × 4 × 4", "High");
        List<Integer> numbers = browser().all("table.risks tbody tr td:nth-child(3) b").stream()
                .map(e -> Integer.valueOf(e.getText()))
                .toList();
        assertThat(numbers).hasSizeGreaterThan(10).isSortedAccordingTo((a, b) -> b - a);
        unbroken("risks-en");
        browser().size(390, 844).go("/subjects/product/YX-ICM/risks?lang=zh-CN");
        assertThat(browser().text()).contains("失效模式与影响分析", "下次评审", "采取控制后");
        unbroken("risks-zh-CN");
    }
}
