package org.opencgt.web.reading;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.opencgt.installation.Installation;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.springframework.stereotype.Component;

/** The people of the demonstration; nobody where none was played. */
@Component
final class DemonstrationPeople implements DemoPeople {

    private static final int MOST = 40;

    private final Installation installation;
    private final SubjectReading subjects;
    private final Texts texts;

    DemonstrationPeople(Installation installation, SubjectReading subjects, Texts texts) {
        this.installation = installation;
        this.subjects = subjects;
        this.texts = texts;
    }

    @Override
    public List<DemoPerson> all(java.util.Locale locale) {
        if (!installation.isDemonstration()) {
            return List.of();
        }
        return subjects.find("person", "", 0, MOST).stream()
                .filter(s -> s.state() instanceof Person person && person.active())
                .map(s -> {
                    Person person = (Person) s.state();
                    String roles = person.roles().stream()
                            .map(r -> texts.of(locale, "choice.Role." + r.name().toLowerCase(java.util.Locale.ROOT)))
                            .collect(Collectors.joining(" · "));
                    return new DemoPerson(s.ref().id(), person.name(), roles, Installation.DEMO_PASSWORD);
                })
                .sorted(Comparator.comparing(DemoPerson::login))
                .toList();
    }
}
