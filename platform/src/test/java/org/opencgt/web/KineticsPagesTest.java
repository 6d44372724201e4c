package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The kinetics of the demonstration's study in a browser, in both languages. */
class KineticsPagesTest extends RunningServer {

    @BeforeEach
    void enter() {
        if (browser().go("/").all("nav.side").isEmpty()) {
            browser().signIn("statistics.mo", PASSWORD);
        }
    }

    private Browser kinetics(String language) {
        return browser().go(Page.subject(first("pharmacology-plan")) + "/kinetics?lang=" + language);
    }

    @Test
    void whoWasSampledWhenAndWhatTheEngineFinds() {
        Browser browser = kinetics("en");
        assertThat(browser.all("#schedule tbody tr")).hasSize(6);
        assertThat(browser.find("#schedule").getText()).contains("YX101-01", "Stopped", "Missed", "Never quantified");
        assertThat(browser.all(".kinetic-curve")).hasSize(6);
        assertThat(browser.all(".phase-expansion")).isNotEmpty();
        assertThat(browser.find("#parameters-qpcr").getText()).contains("8100", "still quantifiable");
        assertThat(browser.find(".alert-line.tone-attention").getText()).contains("YX101-04 04-D28");
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theSameInChinese() {
        Browser browser = kinetics("zh-CN");
        assertThat(browser.find("h1").getText()).contains("细胞动力学");
        assertThat(browser.find("#schedule").getText()).contains("已采", "缺失", "从未定量");
        assertThat(browser.find("#parameters-flow").getText()).contains("仍可定量");
        assertThat(browser.barriers()).isEmpty();
        kinetics("en");
    }

    @Test
    void aParameterTableIsSignedAndRunAgain() {
        Browser browser = kinetics("en");
        browser.leaveBy("#sign-qpcr button");
        browser.waitFor("#act form.act-form");
        assertThat(browser.find("#act").getText()).contains("Sign an analysis");
    }
}
