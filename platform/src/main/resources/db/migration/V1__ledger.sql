-- The append-only book. What may not be changed can't be: the runtime role lacks the right, and triggers refuse even
-- the tables' owner. Migrations run as the owner, the server as opencgt_runtime.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'opencgt_runtime') THEN
        CREATE ROLE opencgt_runtime NOLOGIN;
    END IF;
END
$$;

-- One row an entry. header and content hold the exact canonical JSON that is hashed; the other columns repeat parts of
-- the header for queries, and verification compares them.
CREATE TABLE entry (
    position     bigint      PRIMARY KEY CHECK (position >= 0),
    id           text        COLLATE "C" NOT NULL UNIQUE,
    type         text        COLLATE "C" NOT NULL,
    performer    text        COLLATE "C" NOT NULL,
    performed_at timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    leaf         bytea       NOT NULL CHECK (length(leaf) = 32),
    header       text        NOT NULL,
    content      text        NOT NULL
) WITH (toast_tuple_target = 8160); -- entries of a few kilobytes stay in line and uncompressed: they are read whole

-- The chain of each subject: its first entry has version 1, and none is left out.
CREATE TABLE entry_subject (
    ref      text   COLLATE "C" NOT NULL,
    version  bigint NOT NULL CHECK (version >= 1),
    position bigint NOT NULL,
    PRIMARY KEY (ref, version)
);

-- The end of each chain and the state that follows from it. A cache: everything here follows from the entries.
-- ref sorts by bytes, so all subjects of a kind are a range of the primary key.
CREATE TABLE subject (
    ref      text   COLLATE "C" PRIMARY KEY,
    kind     text   COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(ref, ':', 1)) STORED,
    version  bigint NOT NULL,
    position bigint NOT NULL,
    head     bytea  NOT NULL CHECK (length(head) = 32),
    state    jsonb  NOT NULL
) WITH (fillfactor = 80); -- room for updates within the page

-- How many entries there are. Its one row is also the lock under which entries are appended.
CREATE TABLE ledger_head (
    sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
    size bigint  NOT NULL CHECK (size >= 0)
) WITH (fillfactor = 10);
INSERT INTO ledger_head (size) VALUES (0);

-- Full tiles of the Merkle tree, as C2SP tlog-tiles cuts it: 256 hashes of height 8 * level.
CREATE TABLE tile (
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    index  bigint   NOT NULL CHECK (index >= 0),
    hashes bytea    STORAGE EXTERNAL NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (level, index)
);

CREATE TABLE checkpoint (
    size    bigint      PRIMARY KEY CHECK (size >= 0),
    root    bytea       NOT NULL CHECK (length(root) = 32),
    note    text        NOT NULL,
    made_at timestamptz NOT NULL
);

-- The first answer to each request that carried a key.
CREATE TABLE idempotency (
    caller       text        COLLATE "C" NOT NULL,
    key          text        COLLATE "C" NOT NULL,
    request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
    response     text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% of % refused: the ledger only grows', TG_OP, TG_TABLE_NAME USING ERRCODE = 'OC001';
END
$$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['entry', 'entry_subject', 'tile', 'checkpoint', 'idempotency'] LOOP
        EXECUTE format('CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER only_grows', name);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO opencgt_runtime', name);
    END LOOP;
    -- Neither chains nor the count of entries get shorter.
    FOREACH name IN ARRAY ARRAY['subject', 'ledger_head'] LOOP
        EXECUTE format('CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
        EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER stays', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO opencgt_runtime', name);
    END LOOP;
END
$$;

GRANT USAGE ON SCHEMA public TO opencgt_runtime;
