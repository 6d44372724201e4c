-- Secrets of people and service accounts. The public halves of signing keys stand in the ledger.
create table credential (
    login          text primary key,
    salt           bytea       not null,
    memory_kib     integer     not null,
    iterations     integer     not null,
    verifier       bytea       not null, -- SHA-256 of the first half of the Argon2id output
    public_key     bytea       not null,
    wrapped_key    bytea       not null, -- nonce || AES-256-GCM under the second half
    change_needed  boolean     not null default false,
    failures       integer     not null default 0,
    locked_until   timestamptz,
    changed_at     timestamptz not null
);

create table service_token (
    id             text primary key,
    login          text        not null,
    site           text        not null,
    verifier       bytea       not null, -- SHA-256 of the secret
    public_key     bytea       not null,
    wrapped_key    bytea       not null, -- nonce || AES-256-GCM under HKDF of the secret
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    made_at        timestamptz not null
);

-- Every attempt to come in, kept for inspection.
create table sign_in (
    at      timestamptz not null default now(),
    login   text        not null,
    result  text        not null,
    origin  text
);
create index sign_in_login on sign_in (login, at desc);

grant select, insert, update on credential, service_token to opencgt_runtime;
grant select, insert on sign_in to opencgt_runtime;
