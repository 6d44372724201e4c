-- Due work, one row each time that it is due. A cache: every row follows from the entries that opened and closed it.
CREATE TABLE obligation (
    id           text        COLLATE "C" PRIMARY KEY, -- entry/pack/name/subject/number
    pack         text        COLLATE "C" NOT NULL,
    clause       text        COLLATE "C" NOT NULL,
    name         text        COLLATE "C" NOT NULL,
    subject      text        COLLATE "C" NOT NULL,
    site         text        COLLATE "C",             -- whose work it is; null: no site is known
    roles        text[]      COLLATE "C" NOT NULL,
    number       integer     NOT NULL CHECK (number >= 1), -- which of the repeats
    opened_by    text        COLLATE "C" NOT NULL,
    opened_at    timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    until_at     timestamptz,                         -- when the repeats end
    missing      text[]      NOT NULL DEFAULT '{}',   -- facts without which the due time is not known: due at once
    fulfilled_by text        COLLATE "C",
    fulfilled_at timestamptz,
    CHECK ((fulfilled_by IS NULL) = (fulfilled_at IS NULL))
);
CREATE INDEX obligation_open_due ON obligation (due_at) WHERE fulfilled_at IS NULL;
CREATE INDEX obligation_open_site ON obligation (site, due_at) WHERE fulfilled_at IS NULL;
CREATE INDEX obligation_subject ON obligation (subject, due_at);

GRANT SELECT, INSERT, UPDATE ON obligation TO opencgt_runtime;
