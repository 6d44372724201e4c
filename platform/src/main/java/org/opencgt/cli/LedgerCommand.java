package org.opencgt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;
import org.opencgt.language.Texts;
import org.opencgt.ledger.Checkpointer;
import org.opencgt.ledger.Export;
import org.opencgt.ledger.ExportCheck;
import org.opencgt.ledger.Fault;
import org.opencgt.ledger.Ledger;
import org.opencgt.ledger.LogKey;
import org.opencgt.ledger.Verification;
import org.opencgt.ledger.VerifierKey;
import org.opencgt.pipeline.NoSuchSubject;
import org.opencgt.pipeline.PersonSignatures;
import org.opencgt.pipeline.Proofs;
import org.opencgt.pipeline.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the ledger, signs checkpoints, writes proofs. */
@Command(
        name = "ledger",
        resourceBundle = "language.commands",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class LedgerCommand {

    @Spec
    private @Nullable CommandSpec spec;

    private final Texts texts = new Texts();

    /** Everything is recomputed: hashes, chains, tree, checkpoints, signatures, and the states from the acts. */
    @Command(name = "verify", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int verify(
            @Mixin Platform platform,
            @Option(names = "--export", paramLabel = "FILE", descriptionKey = "option.export") @Nullable Path export,
            @Option(names = "--key", paramLabel = "KEY", descriptionKey = "option.key") @Nullable String key)
            throws IOException {
        if (export != null) {
            return verify(export, key);
        }
        try (var context = platform.open()) {
            Verification.Report report = context.getBean(Verification.class)
                    .withSignatures(PersonSignatures.of(context.getBean(JdbcClient.class)))
                    .run();
            report.faults().forEach(this::say);
            say(
                    report.holds() ? "ledger-holds" : "ledger-broken",
                    report.entries(),
                    report.subjects(),
                    report.checkpoints(),
                    report.root().hex(),
                    report.time().toMillis());
            Rebuild.Result states = context.getBean(Rebuild.class).compare();
            states.differences().forEach(d -> say("state-differs", d.ref(), d.stored(), d.folded()));
            say(states.differences().isEmpty() ? "states-hold" : "states-broken", states.subjects());
            return report.holds() && states.differences().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    @Command(name = "checkpoint", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int checkpoint(@Mixin Platform platform) {
        try (var context = platform.open()) {
            out().print(context.getBean(Checkpointer.class).checkpoint());
            out().println();
            out().println(context.getBean(LogKey.class).verifier());
            out().flush();
            return Exit.DONE;
        }
    }

    private int verify(Path export, @Nullable String key) throws IOException {
        if (!Files.isReadable(export)) {
            throw new BadInput(texts.of(Locale.getDefault(), "fault.no-such-file", export));
        }
        ExportCheck.Report report = Proofs.check(export, key == null ? null : verifierKey(key));
        report.faults().forEach(this::say);
        String signer = report.key() == null ? "-" : report.key().toString();
        if (report.holds()) {
            int subjects = report.subjects().size();
            say(subjects == 0 ? "export-holds" : "proof-holds", report.entries(), subjects, signer);
        } else {
            say("export-broken", report.entries(), signer);
        }
        return report.holds() ? Exit.DONE : Exit.NO;
    }

    private VerifierKey verifierKey(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(texts.of(Locale.getDefault(), "fault.verifier-key", text), e);
        }
    }

    @Command(name = "prove", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int prove(
            @Mixin Platform platform,
            @Parameters(paramLabel = "REF", descriptionKey = "parameter.ref") String ref,
            @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.out") Path out)
            throws IOException {
        Ref<? extends Subject> subject = Inputs.ref(ref);
        try (var context = platform.open()) {
            Proofs proofs = context.getBean(Proofs.class);
            if (context.getBean(Ledger.class).subject(subject.toString()).isEmpty()) {
                throw new NoSuchSubject(subject);
            }
            try (OutputStream file = Files.newOutputStream(out)) {
                proofs.write(subject, file);
            }
            say("proof-written", out, context.getBean(LogKey.class).verifier());
            return Exit.DONE;
        }
    }

    @Command(name = "export", resourceBundle = "language.commands", mixinStandardHelpOptions = true)
    int export(
            @Mixin Platform platform,
            @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "option.out") Path out)
            throws IOException {
        try (var context = platform.open();
                OutputStream file = Files.newOutputStream(out)) {
            context.getBean(Export.class).everything(file);
            say("proof-written", out, context.getBean(LogKey.class).verifier());
            return Exit.DONE;
        }
    }

    private void say(Fault fault) {
        Locale locale = Locale.getDefault();
        say("ledger-fault", texts.of(locale, fault.key(), String.valueOf(fault.position()), fault.detail()));
    }

    private void say(String key, Object... parameters) {
        out().println(texts.of(Locale.getDefault(), "command." + key, parameters));
        out().flush();
    }

    private java.io.PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("no command");
        }
        return spec.commandLine().getOut();
    }
}
