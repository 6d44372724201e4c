package org.opencgt.subject;

/** How far the development of a product has come, in order. */
public enum DevelopmentStage {
    NONCLINICAL,
    EARLY_CLINICAL,
    PIVOTAL,
    MARKETING_APPLICATION,
    MARKETED
}
