package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Analyses in a browser: designs and kinetics explored from an example, a file, a mistake; long runs watched and cancelled. */
class AnalysisPagesTest extends RunningServer {

    @BeforeEach
    void enter() {
        browser().signIn("nurse.tang", PASSWORD).size(1280, 900).go("/?lang=en");
    }

    @Test
    void aDesignIsExplored() throws IOException {
        browser().go("/analyses").complaints();
        assertThat(browser().text()).contains("dose simulate", "ck nca");
        look("analyses");
        browser().go("/analyses/dose/simulate?example=1");
        look("dose-simulate-form");
        browser().type("#p-seed", "7");
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#result");
        assertThat(browser().all(".bars")).hasSize(2);
        assertThat(browser().all(".bars rect")).hasSize(10);
        look("dose-simulate");
        browser().go(browser().at() + "?lang=zh-CN").waitFor("#result");
        assertThat(browser().text()).contains("各剂量被选中的比例");
        look("dose-simulate-zh");
    }

    @Test
    void aTableIsSortedAndPagedAndDownloaded(@TempDir Path folder) throws IOException {
        String rows = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> "S%03d,1,10%nS%03d,7,%d%nS%03d,14,20%n".formatted(i, i, 100 + i, i))
                .reduce("subject,time,value\n", String::concat);
        Path file = Files.writeString(folder.resolve("many.csv"), rows);
        browser().go("/analyses/ck/nca").complaints();
        browser().find("#p-input").sendKeys(file.toString());
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#result");
        assertThat(browser().all("#result tbody tr")).hasSize(50);
        String run = browser().at();
        browser().go(run + "?sort=cmax&order=desc");
        assertThat(browser().find("#result tbody tr td").getText()).isEqualTo("S120");
        browser().leaveBy("a[rel=next]");
        assertThat(browser().find("#result tbody tr td").getText()).isEqualTo("S070");
        browser().waitFor("iframe.report");
        look("ck-nca");
        // once more with another option, on the same file
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#result");
    }

    @Test
    void curvesAreExplored() throws IOException {
        browser().go("/analyses/ck/phases?example=1&lang=en").complaints();
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#result");
        assertThat(browser().text()).contains("Example-01", "Example-02");
        look("ck-phases");
        browser().driver().switchTo().frame(browser().find("iframe.report"));
        assertThat(browser().all("svg")).isNotEmpty();
        browser().driver().switchTo().defaultContent();
    }

    @Test
    void aMistakeIsNamed() {
        browser().go("/analyses/ck/nca");
        browser().type("#p-input-text", "subject,time,value\nP1,x,3");
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitForText("line 2");
        assertThat(browser().find("#p-input-text").getAttribute("value")).contains("P1,x,3");
    }

    @Test
    void aLongRunIsWatchedAndCancelled() throws IOException {
        browser().go("/analyses/dose/simulate?example=1");
        browser().driver().executeScript("document.querySelectorAll('details.more').forEach(d => { d.open = true; })");
        browser().type("#p-trials", "100000000");
        browser().leaveBy("#analysis button[type=submit]");
        browser().waitFor("#progress progress");
        look("progress");
        browser().leaveBy("#cancel");
        browser().waitForText("The analysis was cancelled.");
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
