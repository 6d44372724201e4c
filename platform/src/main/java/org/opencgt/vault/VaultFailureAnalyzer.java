package org.opencgt.vault;

import java.util.Locale;
import org.opencgt.language.Texts;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start of the server that the vault's key is missing, in place of a stack trace. */
final class VaultFailureAnalyzer extends AbstractFailureAnalyzer<VaultException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, VaultException cause) {
        String text = new Texts()
                .of(
                        Locale.getDefault(),
                        "fault." + cause.fault().code(),
                        cause.fault().parameters().toArray());
        return new FailureAnalysis(text, null, cause);
    }
}
