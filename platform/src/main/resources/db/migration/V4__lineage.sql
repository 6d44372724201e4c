-- The genealogy: who came from whom. A cache: every edge follows from the entry at its position.
CREATE TABLE lineage (
    parent   text   COLLATE "C" NOT NULL, -- what was used
    child    text   COLLATE "C" NOT NULL, -- what was made of it or received it
    position bigint NOT NULL,
    act      text   COLLATE "C" NOT NULL,
    PRIMARY KEY (parent, child, position)
);
CREATE INDEX lineage_child ON lineage (child, parent);
CREATE INDEX lineage_position ON lineage (position);

-- Edges of an entry that is corrected are taken back; the ledger keeps what was said.
GRANT SELECT, INSERT, DELETE ON lineage TO opencgt_runtime;
