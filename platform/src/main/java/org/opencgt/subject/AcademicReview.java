package org.opencgt.subject;

import java.time.LocalDate;
import org.opencgt.act.Ref;
import org.opencgt.act.Text;

/** What the academic committee of a site decided about a product's study there (CD-4.2.2a). */
public record AcademicReview(
        Ref<Product> product,
        @Text(max = 20) String protocolVersion,
        String number,
        boolean scientificMerit,
        boolean necessity,
        LocalDate decided) {}
