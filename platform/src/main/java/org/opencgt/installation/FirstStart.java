package org.opencgt.installation;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.opencgt.access.Credentials;
import org.opencgt.access.Signer;
import org.opencgt.act.Ref;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.Enrolment;
import org.opencgt.pipeline.Genesis;
import org.opencgt.pipeline.Pipeline;
import org.opencgt.scenario.LocalStage;
import org.opencgt.scenario.Scenario;
import org.opencgt.scenario.ScenarioReader;
import org.opencgt.scenario.ScenarioRun;
import org.opencgt.scenario.Stage;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
import org.springframework.stereotype.Service;

/** Begins an empty ledger. */
@Service
public class FirstStart {

    public static final Ref<Person> ADMINISTRATOR = new Ref<>("person", "administrator");
    private static final Ref<Site> HOME = new Ref<>("site", "home");

    /** No characters that are easily taken for one another. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Genesis genesis;
    private final Credentials credentials;
    private final Enrolment enrolment;
    private final Pipeline pipeline;
    private final Installation installation;
    private final Texts texts;

    FirstStart(
            Genesis genesis,
            Credentials credentials,
            Enrolment enrolment,
            Pipeline pipeline,
            Installation installation,
            Texts texts) {
        this.genesis = genesis;
        this.credentials = credentials;
        this.enrolment = enrolment;
        this.pipeline = pipeline;
        this.installation = installation;
        this.texts = texts;
    }

    /** Whether the ledger is empty. */
    public boolean isNeeded() {
        return genesis.needed();
    }

    /**
     * Makes the administrator with a random password.
     *
     * @return the password, to be shown once
     */
    public String administrator() {
        String password = random();
        begin(password, true);
        return password;
    }

    /** Makes the administrator with the demonstration's password. */
    public Signer demonstrationAdministrator() {
        return begin(Installation.DEMO_PASSWORD, false);
    }

    private Signer begin(String password, boolean changeNeeded) {
        Signer administrator = credentials.enrol(ADMINISTRATOR, password.toCharArray(), changeNeeded);
        genesis.begin(HOME, "OpenCGT", "Administrator", administrator);
        return administrator;
    }

    /**
     * Plays a scenario on this ledger, which is empty or holds a demonstration.
     *
     * @param listener hears of each step
     */
    public ScenarioRun.Result play(Path file, Consumer<ScenarioRun.Told> listener) {
        Scenario scenario = ScenarioReader.read(file);
        return new ScenarioRun(stage(scenario.name())).play(scenario, listener);
    }

    /**
     * Where scenarios are played on this ledger, which is empty or holds a demonstration.
     *
     * @param demonstration what the installation is marked with
     */
    public Stage stage(String demonstration) {
        Signer administrator = isNeeded()
                ? demonstrationAdministrator()
                : credentials.open(ADMINISTRATOR.id(), Installation.DEMO_PASSWORD.toCharArray());
        installation.markDemonstration(demonstration);
        return new LocalStage(pipeline, credentials, enrolment, texts, administrator, Installation.DEMO_PASSWORD);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
