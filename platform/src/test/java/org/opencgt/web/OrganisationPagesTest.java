package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a site lacks and what is due, who is trained on what, and the way of a product from its definition to approval. In both languages. */
class OrganisationPagesTest extends RunningServer {

    @BeforeAll
    void signIn() {
        browser().signIn("quality.zhao", PASSWORD);
    }

    @Test
    void aSiteTellsWhatIsDueAndLeadsToTheActThatSettlesIt() {
        browser().go("/subjects/site/linjiang/readiness?lang=en");
        assertThat(browser().text()).contains("Nothing is missing", "What is due, and by when", "CA-10.2b");
        browser().leaveBy("a[href$='/training']");
        assertThat(browser().text()).contains("Training matrix", "Adverse reactions", "2027-01-15");
        browser().go("/subjects/site/linjiang/readiness?lang=zh-CN");
        assertThat(browser().text()).contains("机构就绪情况", "CA-10.2b");
        browser().leaveBy("a[href*='/acts/records.record-backup']");
        assertThat(browser().at()).startsWith("/acts/records.record-backup");
    }

    @Test
    void aProductTellsWhatFollowsFromItsDefinitionAndWhichActIsNext() {
        browser().go("/subjects/product/YX-CART19/matrix?lang=en");
        assertThat(browser().text())
                .contains("From the definition to approval", "Define a product", "Risk class: High", "Autologous")
                .doesNotContain("Not linked");
        assertThat(browser().all(".steps-of-definition li")).hasSize(13);
        assertThat(browser().all(".steps-of-definition a"))
                .as("acts of an approved product that are still open")
                .isEmpty();
        browser().go("/subjects/product/YX-CART19/matrix?lang=zh-CN");
        assertThat(browser().text()).contains("从定义到批准", "已完成", "风险等级: 高风险");
    }
}
