package org.opencgt.guideline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.opencgt.act.Vocabulary;
import org.opencgt.gate.Language;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Reads the packs while Spring is still finding its parts, on a thread of its own. Without this initializer they are read when
 * they are first needed.
 */
public final class GuidelineHeadStart implements ApplicationContextInitializer<GenericApplicationContext> {

    private record Read(Vocabulary vocabulary, Language language, Guidelines guidelines) {}

    @Override
    public void initialize(GenericApplicationContext context) {
        String directory = context.getEnvironment().getProperty(GuidelineConfiguration.DIRECTORY, "");
        CompletableFuture<Read> reading = CompletableFuture.supplyAsync(
                () -> read(directory),
                task -> Thread.ofPlatform().name("packs-start").daemon().start(task));
        context.registerBean("vocabulary", Vocabulary.class, () -> join(reading).vocabulary);
        context.registerBean("language", Language.class, () -> join(reading).language);
        context.registerBean("guidelines", Guidelines.class, () -> join(reading).guidelines);
    }

    private static Read read(String directory) {
        Vocabulary vocabulary = new Vocabulary();
        Language language = new Language(vocabulary);
        return new Read(vocabulary, language, GuidelineConfiguration.load(language, directory));
    }

    private static Read join(CompletableFuture<Read> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
