package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control charts of the demonstration's product and its production plan in a browser, in both languages. */
class ProcessControlPagesTest extends RunningServer {

    @BeforeEach
    void enter() {
        if (browser().go("/").all("nav.side").isEmpty()) {
            browser().signIn("quality.zhao", PASSWORD);
        }
    }

    private Browser control(String language) {
        return browser().go(Page.subject(first("process-monitoring")) + "/control?lang=" + language);
    }

    @Test
    void chartsTellWhichLotSignalsAndWhatBecameOfIt() {
        Browser browser = control("en");
        assertThat(browser.find(".alert-line.tone-done").getText()).contains("In control");
        assertThat(browser.find("#signals").getText())
                .contains("Population doubling time", "YX26001", "Beyond 3 standard deviations", "Special cause");
        assertThat(browser.all("svg.kinetic-curve")).hasSize(13);
        assertThat(browser.all("svg circle[fill='var(--surface)']")).hasSize(1);
        assertThat(browser.all("#lots tbody tr")).hasSize(13);
        assertThat(browser.find("#lots").getText()).contains("63.6");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theSameInChinese() {
        Browser browser = control("zh-CN");
        assertThat(browser.find("h1").getText()).contains("控制图");
        assertThat(browser.find("#signals").getText()).contains("超出中心线 3 个标准差", "特殊原因");
        assertThat(browser.barriers()).isEmpty();
        control("en");
    }

    @Test
    void aPlanShowsWhatLotsYieldAndWhatTheSiteBears() {
        Browser browser = browser().go(Page.subject(first("production-plan")) + "/supply?lang=en");
        assertThat(browser.find(".alert-line.tone-done").getText()).contains("yield what is planned");
        assertThat(browser.find("#supply").getText()).contains("mean of 13 lots");
        assertThat(browser.all("#loads tbody tr")).hasSize(5);
        assertThat(browser.barriers()).isEmpty();
    }
}
