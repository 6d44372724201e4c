package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Cookie;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in a browser: no barrier, no complaint in the console, no key without a text; in both languages and sizes. */
@SpringBootTest(
        classes = PagesUnderTest.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("home", "/");
        PAGES.put("unit", "/subjects/unit/U-0007-01");
        PAGES.put("batch", "/subjects/batch/B-0007");
        PAGES.put("donor", "/subjects/donor/N-0007");
        PAGES.put("product", "/subjects/product/T-CART");
        PAGES.put("materials", "/areas/materials");
        PAGES.put("batches", "/areas/batches/unit");
        PAGES.put("studies", "/areas/cell-banks");
        PAGES.put("act", "/acts/quality.open-deviation?about=unit:U-0007-01");
        PAGES.put("pack", "/acts/logistics.pack");
        PAGES.put("lineage", "/subjects/batch/B-0007/lineage");
        PAGES.put("temperatures", "/subjects/shipment/H-0031/temperatures");
        PAGES.put("bedside", "/subjects/unit/U-0007-01/bedside?unit=unit:U-0007-01&recipient=recipient:C-0001");
        PAGES.put("guidelines", "/guidelines");
        PAGES.put("clause", "/guidelines/clauses/CA-8.2.6b");
        PAGES.put("status", "/subjects/unit/U-0007-01/guidelines");
        PAGES.put("ledger", "/ledger");
        PAGES.put("entry", "/ledger/entries/e-4");
        PAGES.put("find", "/find?q=example");
        PAGES.put("password", "/password");
    }

    @LocalServerPort
    private int port;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.open(port, "en");
        browser.signIn("nurse.zhang", InventedHouse.PASSWORD);
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void pagesHaveNoBarriersAndNoComplaints() throws IOException {
        List<String> wrong = new ArrayList<>();
        visit(wrong, "en", "light", 1440, 1000, true);
        visit(wrong, "zh-CN", "dark", 1440, 1000, true);
        visit(wrong, "zh-CN", "light", 820, 1180, true);
        assertThat(wrong).isEmpty();
    }

    private void visit(List<String> wrong, String language, String theme, int width, int height, boolean axe)
            throws IOException {
        browser.size(width, height).go("/?lang=" + language);
        browser.driver()
                .manage()
                .addCookie(new Cookie.Builder("theme", theme).path("/").build());
        browser.complaints();
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            String name = page.getKey() + "-" + language + "-" + theme + "-" + width;
            browser.go(page.getValue());
            if (page.getKey().equals("lineage")) {
                browser.waitFor("#graph[data-drawn=true]");
            }
            if (page.getKey().equals("temperatures")) {
                browser.waitFor(".plot svg");
            }
            browser.picture(name);
            browser.complaints().forEach(c -> wrong.add(name + " console: " + c));
            if (axe) {
                browser.barriers().forEach(b -> wrong.add(name + " axe: " + b));
            }
            if (browser.text().matches("(?s).*\\[[a-z-]+\\.[A-Za-z0-9.-]+\\].*")) {
                wrong.add(name + " shows a key without a text");
            }
            Object wide =
                    browser.driver().executeScript("return document.documentElement.scrollWidth > innerWidth + 1");
            if (Boolean.TRUE.equals(wide)) {
                wrong.add(name + " is wider than the window");
            }
        }
    }
}
