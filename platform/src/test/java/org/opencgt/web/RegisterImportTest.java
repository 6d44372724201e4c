package org.opencgt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencgt.act.Ref;
import org.opencgt.web.reading.SubjectReading;
import org.springframework.beans.factory.annotation.Autowired;

/** An equipment register is taken over from a file: preview, faults at their rows, then all rows by one signature. */
class RegisterImportTest extends RunningServer {

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private SubjectReading subjects;

    @Test
    void aFileWithFaultsTakesOverNothing() throws IOException {
        upload("en", "import-a.csv", """
                identifier,name,type,model,serialNumber
                balance-7,Balance 7,other,B-1,SN-7001
                thawer-1,Thawer once more,thawer,,
                balance-7,Balance again,other,,
                bath-7,Water bath 7,kettle,,
                """);
        browser()
                .waitForText("3 of 4 rows have faults")
                .waitForText("A record of this identifier exists already.")
                .waitForText("The identifier stands in row 2 already.");
        assertThat(browser().all(".form-foot .btn-primary")).isEmpty();
        assertThat(exists("balance-7")).isFalse();
    }

    @Test
    void afterTheFileIsMendedOneSignatureTakesOverAll() throws IOException {
        upload("zh-CN", "import-b.csv", """
                identifier,name,type,model,serialNumber
                balance-8,Balance 8,other,B-1,SN-8001
                pump-8,Pump 8,infusion_pump,,SN-8002
                """);
        browser().waitForText("2行可以导入");
        browser().leaveBy(".form-foot .btn-primary");
        browser().click("button[value=review]");
        browser().waitFor("[name='_password.0']");
        browser().type("[name='_password.0']", PASSWORD);
        browser().click("button[value=sign]");
        browser().waitForAddress("/subjects/equipment/balance-8");
        assertThat(exists("balance-8")).isTrue();
        assertThat(exists("pump-8")).isTrue();
    }

    private boolean exists(String id) {
        return subjects.find(new Ref<>("equipment", id)).isPresent();
    }

    private void upload(String language, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        browser().signIn("quality.zhao", PASSWORD);
        browser().go("/import/equipment?lang=" + language);
        browser().find("#file").sendKeys(file.toAbsolutePath().toString());
        browser().leaveBy(".panel form button[type=submit]");
    }
}
