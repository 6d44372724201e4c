package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Subject;

/** Somebody who acts: staff of a site. */
@RecordBuilder
@Subject.Kind(value = "person", prefix = "P")
public record Person(
        String name,
        Ref<Site> site,
        List<Role> roles,
        boolean active,
        @Nullable String publicKey,
        List<Qualification> qualifications,
        List<Training> trainings)
        implements Subject, PersonBuilder.With {

    /** A professional licence or title. */
    public record Qualification(
            String name, String number, @Nullable LocalDate validUntil) {}

    /**
     * A training or competence that the person passed.
     *
     * @param topic a procedure, a skill ({@code infusion}, {@code thaw}) or a product reference
     */
    public record Training(String topic, LocalDate passed, LocalDate validUntil) {}
}
