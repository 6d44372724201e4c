package org.opencgt.subject;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** An institution or a place of it: maker, hospital, collection site, laboratory. */
@RecordBuilder
@Subject.Kind(value = "site", prefix = "S")
public record Site(
        String name,
        List<Function> functions,
        boolean active,
        List<Qualification> qualifications,
        List<Agreement> agreements,
        List<DocumentInForce> documents)
        implements Subject, SiteBuilder.With {

    /** What a site does in the life of a product. */
    public enum Function {
        MANUFACTURER,
        HOSPITAL,
        COLLECTION,
        TESTING_LABORATORY,
        SUPPLIER,
        CARRIER
    }

    /** A licence, accreditation or approval that the site holds. */
    public record Qualification(
            String name,
            String number,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** A quality agreement with another site. */
    public record Agreement(
            Ref<Site> with,
            String scope,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** The effective version of a controlled document of a category. */
    public record DocumentInForce(
            String category,
            Ref<Document> document,
            String version,
            LocalDate effective,
            @Nullable LocalDate reviewDue) {}
}
