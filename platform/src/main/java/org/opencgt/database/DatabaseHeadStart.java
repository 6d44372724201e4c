package org.opencgt.database;

import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the database while Spring is still finding its parts: most of that time is waiting for PostgreSQL. Without this
 * initializer the database is opened when it is first needed.
 */
public final class DatabaseHeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder settings = Binder.get(context.getEnvironment());
        DatabaseSettings database = settings.bindOrCreate("opencgt", DatabaseSettings.class);
        boolean disposable =
                settings.bind(DatabaseConfiguration.DISPOSABLE, Boolean.class).orElse(false);
        OpeningDatabase<?> opening = disposable
                ? new OpeningDatabase<>(
                        () -> DisposableDatabase.in(Path.of(database.data()), database.databaseConnections()))
                : new OpeningDatabase<>(() -> Database.open(database));
        context.getBeanFactory().registerSingleton(OpeningDatabase.class.getName(), opening);
        ApplicationListener<ApplicationFailedEvent> failed = event -> opening.abandon();
        context.addApplicationListener(failed);
    }
}
