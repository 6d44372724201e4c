package org.opencgt.web.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opencgt.installation.Installation;
import org.opencgt.language.Texts;
import org.opencgt.pipeline.SubjectReading;
import org.opencgt.subject.Person;
import org.opencgt.subject.Site;
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
        Map<String, String> sites = subjects.find("site", "", 0, MOST).stream()
                .filter(s -> s.state() instanceof Site)
                .collect(Collectors.toMap(s -> s.ref().toString(), s -> ((Site) s.state()).name()));
        return subjects.find("person", "", 0, MOST).stream()
                .filter(s -> s.state() instanceof Person person && person.active())
                .map(s -> {
                    Person person = (Person) s.state();
                    String roles = person.roles().stream()
                            .map(r -> texts.of(locale, "choice.Role." + r.name().toLowerCase(java.util.Locale.ROOT)))
                            .collect(Collectors.joining(" · "));
                    String site = person.site().toString();
                    return new DemoPerson(
                            s.ref().id(),
                            person.name(),
                            roles,
                            sites.getOrDefault(site, site),
                            Installation.DEMO_PASSWORD);
                })
                .sorted(Comparator.comparing(DemoPerson::login))
                .toList();
    }
}
