package org.opencgt.science;

/**
 * Marks a record that an analysis gives as its result, or as one row of it. Its properties are written to JSON and CSV under
 * fixed names, and each has a label with its unit in both languages: {@code Record.property} in the package's messages.
 */
public interface Result {}
