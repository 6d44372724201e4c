package org.opencgt.act;

/** The roles in which people act. A person holds any number of them, each at a site. */
public enum Role {
    ADMINISTRATOR,
    QUALITY,
    QUALIFIED_PERSON,
    MANUFACTURING_OPERATOR,
    QUALITY_CONTROL_ANALYST,
    WAREHOUSE,
    COURIER,
    APHERESIS_NURSE,
    NURSE,
    DOCTOR,
    PHARMACIST,
    CELL_LABORATORY,
    RECEIVER,
    STUDY_COORDINATOR,
    MONITOR,
    ETHICS,
    PHARMACOVIGILANCE,
    STATISTICIAN,
    INSPECTOR,
    INSTRUMENT
}
