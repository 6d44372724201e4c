package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is due of a donor and why; where a lot went, and back from the batch to its lots. In both languages. */
class DonorAndMaterialPagesTest extends RunningServer {

    @BeforeAll
    void signIn() {
        browser().signIn("quality.zhao", PASSWORD);
    }

    @Test
    void thePanelSaysWhatIsDueAndWhy() {
        String donor = Page.subject(first("donor"));
        browser().go(donor + "?lang=en");
        browser().leaveBy("a[href$='/panel']");
        assertThat(browser().text())
                .contains(
                        "Donor panel", "Every test that is due has a result", "anti-HTLV", "cells rich in leukocytes");
        browser().go(donor + "/panel?lang=zh-CN");
        assertThat(browser().text()).contains("供者筛查面板", "应做的检测均有结果", "富含白细胞", "知情同意");
    }

    @Test
    void aLotLeadsToItsBatchesAndABatchBackToItsLots() {
        browser().go("/subjects/material/medium/where-used?lang=en");
        assertThat(browser().text()).contains("Where used", "YX26001", "expansion", "4 L", "Bills of materials");
        browser().leaveBy("a[href^='/subjects/batch/']");
        browser().leaveBy("a[href$='/where-used']");
        assertThat(browser().text()).contains("Serum-free T-cell medium", "Freezing bag");
        browser().go("/subjects/material/medium/where-used?lang=zh-CN");
        assertThat(browser().text()).contains("使用去向", "物料清单", "已用受者");
    }
}
