package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** Every page in a browser: no barrier, no complaint in the console, no key without a text, nothing beyond the window. */
class AllPagesTest extends RunningServer {

    private final Map<String, String> pages = new LinkedHashMap<>();

    @BeforeAll
    void find() {
        String infused = first("unit", "status", "infused");
        String recipient = first("recipient");
        String order = first("order");
        pages.put("home", "/");
        pages.put("unit", Page.subject(infused));
        pages.put("batch", Page.subject(first("batch")));
        pages.put("donor", Page.subject(first("donor")));
        pages.put("order", Page.subject(order));
        pages.put("product", Page.subject(first("product")));
        pages.put("person", Page.subject("person:nurse.tang"));
        pages.put("matrix", Page.subject(first("product")) + "/matrix");
        for (String view : List.of("readiness", "training", "equipment-calendar", "documents")) {
            pages.put("site-" + view, Page.subject("site:linjiang") + "/" + view);
        }
        pages.put("import", "/import/equipment");
        pages.put("units", "/areas/batches/unit");
        pages.put("people", "/areas/organisation/person");
        pages.put("nothing-yet", "/areas/cell-banks");
        pages.put("act", Page.act("clinic.verify", infused));
        pages.put("rows", Page.act("logistics.record-temperatures", first("shipment")));
        pages.put("lineage", Page.subject(infused) + "/lineage");
        pages.put("recall", Page.subject(first("material-lot")) + "/lineage?direction=down");
        pages.put("donor-panel", Page.subject(first("donor")) + "/panel");
        pages.put("lot-where-used", Page.subject(first("material-lot")) + "/where-used");
        pages.put("material-where-used", Page.subject("material:medium") + "/where-used");
        pages.put("batch-where-used", Page.subject(first("batch")) + "/where-used");
        pages.put("programmes", "/areas/donors/donor-programme");
        pages.put("programme", Page.subject("donor-programme:yx-cart19-1"));
        pages.put("material", Page.subject("material:vector"));
        pages.put("temperatures", Page.subject(first("shipment")) + "/temperatures");
        pages.put("plan", Page.subject(first("pharmacology-plan")));
        pages.put("kinetics", Page.subject(first("pharmacology-plan")) + "/kinetics");
        pages.put("stability", Page.subject("stability-study:yx-storage") + "/stability");
        pages.put("method", Page.subject(first("method-study")) + "/evidence");
        pages.put("comparability", Page.subject(first("process-change")) + "/comparability");
        pages.put("process-control", Page.subject(first("process-monitoring")) + "/control");
        pages.put("production-plan", Page.subject(first("production-plan")) + "/supply");
        pages.put(
                "bedside",
                Page.subject(infused) + "/bedside?unit=" + infused + "&recipient=" + recipient + "&order=" + order);
        pages.put("escalation", Page.subject(first("dose-escalation")));
        pages.put("dose-plan", Page.act("dosefinding.plan", first("study")));
        pages.put("analyses", "/analyses");
        pages.put("analysis", "/analyses/ck/nca?example=1");
        pages.put("guidelines", "/guidelines");
        pages.put("guideline-changes", "/guidelines/CA/changes");
        pages.put("risks", Page.subject(first("product")) + "/risks");
        pages.put("site-risks", Page.subject("site:linjiang") + "/risks");
        pages.put("batch-risks", Page.subject(first("batch")) + "/risks");
        pages.put("clause", "/guidelines/clauses/CA-8.2.6b");
        pages.put("status", Page.subject(infused) + "/guidelines?status=met");
        pages.put("ledger", "/ledger");
        pages.put("find", "/find?q=linjiang");
        pages.put("password", "/password");
    }

    @Test
    void lightAndWideInEnglish() throws IOException {
        browser().signIn("nurse.tang", PASSWORD);
        assertThat(visit("en", "light", 1280, 900)).isEmpty();
    }

    @Test
    void darkAndUprightInChinese() throws IOException {
        browser().signIn("nurse.tang", PASSWORD);
        assertThat(visit("zh-CN", "dark", 820, 1180)).isEmpty();
    }

    @Test
    void theDoor() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String theme : List.of("light", "dark")) {
            browser().leave();
            theme(theme);
            browser().size(820, 1180).go("/sign-in?wrong").complaints();
            look(wrong, "door-" + theme);
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> visit(String language, String theme, int width, int height) throws IOException {
        List<String> wrong = new ArrayList<>();
        browser().size(width, height).go("/?lang=" + language);
        theme(theme);
        browser().complaints();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            browser().go(page.getValue());
            switch (page.getKey()) {
                case "lineage", "recall" -> browser().waitFor("#graph[data-drawn=true]");
                case "temperatures" -> browser().waitFor(".plot svg");
                default ->
                    browser()
                            .driver()
                            .executeScript(
                                    "document.querySelectorAll('details:not(.me)').forEach(d => { d.open = true; })");
            }
            look(wrong, page.getKey() + "-" + language + "-" + theme);
        }
        return wrong;
    }

    private void theme(String theme) {
        browser()
                .driver()
                .manage()
                .addCookie(new Cookie.Builder("theme", theme).path("/").build());
    }

    private void look(List<String> wrong, String name) throws IOException {
        browser().picture(name);
        browser().complaints().forEach(c -> wrong.add(name + " console: " + c));
        browser().barriers().forEach(b -> wrong.add(name + " axe: " + b));
        if (browser().text().matches("(?s).*\\[[a-z-]+\\.[A-Za-z0-9.~_-]+\\].*")) {
            wrong.add(name + " shows a key without a text");
        }
        Object wide = browser().driver().executeScript("return document.documentElement.scrollWidth > innerWidth + 1");
        if (Boolean.TRUE.equals(wide)) {
            wrong.add(name + " is wider than the window");
        }
    }
}
