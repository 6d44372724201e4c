package org.opencgt.pipeline;

import org.opencgt.act.RecordWriter;
import org.opencgt.act.Subject;
import tools.jackson.databind.json.JsonMapper;

/** JSON texts as the ledger takes them. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static String state(Subject state) {
        return MAPPER.writeValueAsString(RecordWriter.write((Record) state));
    }
}
