package org.opencgt.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium at the pages. Tests that need one are skipped, and say so, where the machine has none. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A page of all clauses takes axe a while. */
    private static final Duration PATIENCE_WITH_SCRIPTS = Duration.ofMinutes(2);

    private static final String AXE = axe();

    private final ChromeDriver driver;
    private final String base;

    private Browser(ChromeDriver driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    static Browser open(int port, String language) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "no browser: apt-get install chromium chromium-driver fonts-wqy-zenhei");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--force-color-profile=srgb",
                "--hide-scrollbars",
                "--lang=" + language,
                "--window-size=1280,900");
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE_WITH_SCRIPTS);
        return new Browser(driver, "http://127.0.0.1:" + port);
    }

    ChromeDriver driver() {
        return driver;
    }

    Browser go(String path) {
        driver.get(base + path);
        return this;
    }

    Browser size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** As somebody else than before, if there was somebody. */
    Browser signIn(String login, String password) {
        leave().go("/sign-in");
        type("#login", login);
        type("#password", password);
        click("#sign-in button");
        waitFor("nav.side");
        return this;
    }

    /** Without any cookie, as a browser that was never here. */
    Browser leave() {
        go("/sign-in");
        driver.manage().deleteAllCookies();
        return this;
    }

    /** The path and query of the page. */
    String at() {
        return driver.getCurrentUrl().substring(base.length());
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    void type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    void click(String css) {
        WebElement element = find(css);
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    /** Clicks what leads to another page, and waits until this one is gone. */
    void leaveBy(String css) {
        driver.executeScript("window.stillHere = true");
        click(css);
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class) // in between there is no page to ask
                .until(d -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.stillHere && document.readyState === 'complete'")));
    }

    WebElement waitFor(String css) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(d -> d.findElement(By.cssSelector(css)));
    }

    /** Until the page says it. */
    Browser waitForText(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class) // the page may be leaving
                .withMessage(() -> "the page never said “" + text + "” but:\n" + text())
                .until(d -> text().contains(text));
        return this;
    }

    Browser waitForAddress(String part) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(d -> at().contains(part));
        return this;
    }

    String text() {
        return find("body").getText();
    }

    /** What the console complains about: broken scripts, missing files, what the policy of the page refused. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue())
                .map(e -> e.getMessage())
                .toList();
    }

    /**
     * Violations of WCAG 2.2 AA that are serious or critical, in words. The page is looked at in a window as high as
     * itself: what happens to be half under a bar that stays in place, where the last click left the page, is no
     * barrier, as the reader scrolls it free.
     */
    List<String> barriers() {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", whole());
        try {
            return violations();
        } finally {
            driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private Map<String, Object> whole() {
        List<?> size = (List<?>) java.util.Objects.requireNonNull(
                driver.executeScript("return [innerWidth, Math.max(innerHeight, document.body.scrollHeight)]"));
        return Map.of("width", size.get(0), "height", size.get(1), "deviceScaleFactor", 1, "mobile", false);
    }

    private List<String> violations() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                                   rules: {'target-size': {enabled: true}}})
                   .then(r => done(r.violations
                        .filter(v => v.impact === 'serious' || v.impact === 'critical')
                        .map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3)
                            .map(n => n.html.slice(0, 200) + ' ' + n.failureSummary).join(' | '))))
                   .catch(e => done(['axe failed: ' + e]));
                """);
        return ((List<?>) java.util.Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    /** Takes a picture where {@code SCREENSHOTS=DIR} asks for them. */
    void picture(String name) throws IOException {
        String folder = System.getenv("SCREENSHOTS");
        if (folder != null) {
            long height = ((Number) java.util.Objects.requireNonNull(
                            driver.executeScript("return Math.min(2400, document.documentElement.scrollHeight)")))
                    .longValue();
            Dimension before = driver.manage().window().getSize();
            driver.manage().window().setSize(new Dimension(before.getWidth(), (int)
                    Math.max(height, before.getHeight())));
            Path file = Path.of(folder, name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
            driver.manage().window().setSize(before);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in, "axe-core").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
