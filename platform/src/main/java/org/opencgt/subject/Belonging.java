package org.opencgt.subject;

import java.util.List;
import org.opencgt.act.Ref;
import org.opencgt.act.Subject;

/** A state of another room than this, which says itself whose it is. */
public interface Belonging extends Subject {

    /** The subjects whose sites it belongs to. */
    List<Ref<? extends Subject>> belongsTo();
}
