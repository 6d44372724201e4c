package org.opencgt.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opencgt.language.Texts;
import org.opencgt.ledger.Checkpointer;
import org.opencgt.ledger.LogKey;
import org.opencgt.ledger.Verification;
import org.opencgt.pipeline.PersonSignatures;
import org.opencgt.pipeline.Rebuild;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    int verify(@Mixin Platform platform) {
        try (var context = platform.open()) {
            Verification.Report report = context.getBean(Verification.class)
                    .withSignatures(PersonSignatures.of(context.getBean(JdbcClient.class)))
                    .run();
            report.faults().forEach(fault -> say("ledger-fault", fault));
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
