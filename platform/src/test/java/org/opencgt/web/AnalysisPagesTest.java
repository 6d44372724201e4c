package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Analyses in a browser: designs and kinetics explored from an example, a file, a mistake; long runs watched and cancelled. */
class AnalysisPagesTest extends RunningServer {

    @BeforeEach
    void enter() {
        browser().signIn("nurse.tang", PASSWORD).size(1280, 900).go("/?lang=en").complaints();
    }

    @Test
    void aDesignIsExplored() throws IOException {
        browser().go("/analyses").complaints();
        assertThat(browser().text()).contains("Design explorer", "Kinetics explorer", "dose simulate", "ck nca");
        look("analyses");
        browser().leaveBy("a[href='/analyses/dose/simulate?example=1']");
        look("dose-simulate-form");
        run();
        assertThat(browser().all(".scenario")).hasSize(4);
        assertThat(browser().all(".scenario .bars")).hasSize(8);
        assertThat(browser().find(".scenario h2").getText()).contains("first dose is right", "boin");
        assertThat(cells("table.decisions tbody tr:nth-child(2) td").subList(0, 3))
                .containsExactly("S", "E", "E");
        look("dose-simulate");
        browser().go(browser().at() + "?lang=zh-CN").waitFor("#result");
        assertThat(browser().text()).contains("各剂量被选中的比例", "递减", "boin 的决策表");
        look("dose-simulate-zh");
        browser().go("/?lang=en");
    }

    @Test
    void aDecisionIsMarkedInItsTable() throws IOException {
        browser().go("/analyses/dose/decide?example=1");
        run();
        assertThat(browser().find(".decision").getText()).contains("De-escalate to dose 2");
        assertThat(browser().all("table.decisions td.here")).hasSize(1);
        assertThat(browser().find("table.decisions td.here").getText()).isEqualTo("D");
        look("dose-decide");
    }

    @Test
    void aTableOfResponsesIsShownForANumberOfPatientsAndLeadsToItsSimulation() throws IOException {
        browser().go("/analyses/dose/table?design=tepi&maxN=9");
        run();
        assertThat(cells(".sizes a")).containsExactly("3 patients", "6 patients", "9 patients");
        browser().leaveBy(".sizes li:nth-child(2) a");
        assertThat(cells("table.decisions thead tr:last-child th")).contains("6");
        look("dose-table");
        browser().leaveBy("a[href^='/analyses/dose/simulate?']");
        assertThat(browser().find("#p-design").getAttribute("value")).isEqualTo("tepi");
    }

    @Test
    void aTableIsSortedAndPagedAndDownloaded(@TempDir Path folder) throws IOException, InterruptedException {
        String rows = IntStream.rangeClosed(1, 130)
                .mapToObj(i -> "S%03d,1,10%nS%03d,7,%d%nS%03d,14,20%n".formatted(i, i, 100 + i, i))
                .reduce("subject,time,value\n", String::concat);
        Path file = Files.writeString(folder.resolve("many.csv"), rows);
        browser().go("/analyses/ck/nca").complaints();
        browser().find("#p-input").sendKeys(file.toString());
        run();
        assertThat(browser().text()).contains("120 of 130 curves are drawn");
        assertThat(browser().all("table.results").getFirst().findElements(By.cssSelector("tbody tr")))
                .hasSize(25);
        String run = browser().at();
        browser().go(run + "?sort=cmax&order=desc");
        assertThat(browser().find("table.results tbody tr td").getText()).isEqualTo("S130");
        browser().leaveBy(".table-foot a[rel=next]");
        assertThat(browser().find("table.results tbody tr td").getText()).isEqualTo("S105");
        browser().leaveBy("table.results tbody tr td a");
        assertThat(browser().find("#curve").getText()).isEqualTo("Subject S105");
        look("ck-nca");
        HttpResponse<String> csv = fetch(run + "/result.csv");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"ck-nca.csv\"");
        assertThat(csv.body().lines()).hasSize(131);
        assertThat(fetch(run + "/result.json").body()).contains("\"subject\" : \"S001\"");
        assertThat(fetch(run + "/result.html").body()).contains("<svg", "many.csv");
        // once more with another option, on the same file
        assertThat(browser().find(".kept").getText()).contains("many.csv");
        run();
        assertThat(browser().text()).contains("130 in all");
    }

    @Test
    void curvesAreExplored() throws IOException {
        browser().go("/analyses/ck/nca?example=1&lang=en").complaints();
        run();
        browser().waitFor("#one .plot[data-drawn] svg");
        assertThat(cells("#phases tbody th")).contains("Expansion", "Contraction");
        assertThat(browser().find("[data-scale=log]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        browser().find("[data-scale=linear]").sendKeys(Keys.ENTER);
        assertThat(browser().find("[data-scale=linear]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(browser().at()).contains("scale=linear");
        browser().leaveBy("#after");
        assertThat(browser().find("#curve").getText()).isEqualTo("Subject Example-02");
        browser().type("#subject", "example-09");
        browser().waitFor("#subjects option[value='Example-09']");
        browser().type("#subject", "Example-09");
        browser().leaveBy(".choose button");
        assertThat(browser().find("#curve").getText()).isEqualTo("Subject Example-09");
        assertThat(browser().find("#summary").getText()).isEqualTo("Summary");
        browser().go(browser().at() + "&lang=zh-CN").waitFor("#one .plot[data-drawn] svg");
        assertThat(cells("#phases tbody th")).contains("扩增", "衰减");
        look("ck-nca-zh");
        browser().go("/?lang=en");
    }

    @Test
    void aReportWithPlotsOfItsOwnIsShown() throws IOException {
        browser().go("/analyses/ck/paired?example=1");
        run();
        look("ck-paired");
        browser().driver().switchTo().frame(browser().find("iframe.report"));
        assertThat(browser().all("svg")).isNotEmpty();
        browser().driver().switchTo().defaultContent();
    }

    @Test
    void aMistakeIsShownAtItsFieldAndItsLine() throws IOException {
        browser().go("/analyses/ck/nca");
        browser().type("#p-input-text", "subject,time,value\nP1,x,3");
        run();
        assertThat(browser().find("#problem").getText()).contains("line 2");
        assertThat(browser().find(".excerpt .here").getText()).contains("P1,x,3");
        assertThat(browser().find("#p-input-error").getText()).contains("\"x\" is not a number");
        assertThat(browser().find("#p-input-text").getAttribute("value")).contains("P1,x,3");
        look("mistake");
        browser().go(browser().at() + "?lang=zh-CN");
        assertThat(browser().find("#problem").getText()).contains("第 2 行");
        browser().go("/analyses/dose/table?design=boin&p1=0.4&lang=en");
        run();
        assertThat(browser().find("#p-p1").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser().driver().switchTo().activeElement().getAttribute("id"))
                .isEqualTo("p-p1");
    }

    @Test
    void theTemperaturesOfAShipmentComeFromTheLedger() throws IOException {
        browser().go(Page.subject(first("shipment")) + "/temperatures");
        browser().leaveBy("#mkt");
        assertThat(browser().find("#p-value").getAttribute("value")).isEqualTo("temp");
        look("mkt-form");
        run();
        assertThat(browser().text()).contains("Mean kinetic temperature (°C)");
        assertThat(browser().all("#problem")).isEmpty();
        browser().go("/analyses/stability/mkt?_ledger.input=shipment-temperatures%20shipment:none");
        run();
        assertThat(browser().find("#p-input-error").getText()).contains("the ledger holds no such table");
    }

    @Test
    void aLongRunIsWatchedAndCancelled() throws IOException {
        browser().go("/analyses/dose/simulate?example=1&trials=100000000");
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#progress progress");
        look("progress");
        browser().leaveBy("#cancel");
        browser().waitForText("The analysis was cancelled.");
    }

    @Test
    void aResultIsForWhoAskedAndNobodyElse() {
        browser().go("/analyses/dose/decide?example=1");
        run();
        String run = browser().at();
        browser().signIn("doctor.li", PASSWORD).go(run + "?lang=en");
        assertThat(browser().text()).contains("This result is no longer kept");
        assertThat(browser().all("#result")).isEmpty();
    }

    private void run() {
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#result, #problem");
    }

    private List<String> cells(String css) {
        return browser().all(css).stream().map(WebElement::getText).toList();
    }

    /** As the browser would, with its session. */
    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        String cookies = browser().driver().manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                            .header("Cookie", cookies)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void look(String name) throws IOException {
        browser().picture(name);
        assertThat(browser().complaints()).as(name).isEmpty();
        assertThat(browser().barriers()).as(name).isEmpty();
        assertThat(browser().text()).as(name).doesNotContainPattern("\\[[a-z-]+\\.[A-Za-z0-9.~_-]+\\]");
        assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth > innerWidth + 1"))
                .as(name)
                .isEqualTo(false);
    }
}
