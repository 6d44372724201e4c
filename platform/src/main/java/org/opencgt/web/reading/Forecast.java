package org.opencgt.web.reading;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.gate.Finding;
import org.opencgt.gate.Prospect;
import org.opencgt.gate.Strength;
import org.opencgt.pipeline.Outlook;
import org.opencgt.subject.Person;
import org.springframework.stereotype.Component;

/**
 * How the gates stand for a subject before anybody fills in a form. A rule that already fails stands in the way whatever is
 * filled in; one that lacks facts of the subject waits for them; one that lacks only what the form will ask is left to the form.
 * The gate itself judges the whole act later.
 */
@Component
final class Forecast {

    private final Outlook outlook;
    private final Entries entries;

    Forecast(Outlook outlook, Entries entries) {
        this.outlook = outlook;
        this.entries = entries;
    }

    List<Acting.Possible> of(Ref<?> subject, SignedIn by) {
        return outlook.of(subject, new Ref<Person>("person", by.login())).stream()
                .map(next -> possible(next, by))
                .toList();
    }

    private Acting.Possible possible(Outlook.Next next, SignedIn by) {
        Acting.Readiness worst = Acting.Readiness.READY;
        Finding reason = null;
        for (Finding finding : next.findings()) {
            Acting.Readiness readiness = readiness(finding, next.prospect());
            if (severity(readiness) > severity(worst)) {
                worst = readiness;
                reason = finding;
            }
        }
        return new Acting.Possible(
                next.type().name(),
                next.component().name(),
                worst,
                reason == null ? null : entries.finding(reason),
                by.holdsAny(next.type().by()));
    }

    private static Acting.Readiness readiness(Finding finding, Prospect prospect) {
        return switch (finding.result()) {
            case HOLDS, LIFTED, NOT_ADOPTED -> Acting.Readiness.READY;
            case ERROR -> Acting.Readiness.BLOCKED;
            case FAILS -> finding.strength() == Strength.SHOULD ? Acting.Readiness.JUSTIFY : Acting.Readiness.BLOCKED;
            case UNKNOWN ->
                finding.missing().stream().anyMatch(prospect::ofSubject)
                        ? Acting.Readiness.WAITING
                        : Acting.Readiness.READY;
        };
    }

    private static int severity(Acting.Readiness readiness) {
        return switch (readiness) {
            case READY -> 0;
            case JUSTIFY -> 1;
            case WAITING -> 2;
            case BLOCKED -> 3;
        };
    }
}
