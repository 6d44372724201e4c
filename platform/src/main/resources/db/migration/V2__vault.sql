-- Personal data of donors and recipients, encrypted, outside the ledger, so that a person can be forgotten while the ledger
-- still verifies. Each entry has a data key of its own, wrapped by a master key that is not in the database.

-- The master keys by name; the keys themselves are in the file vault.key.
create table vault_key (
    id         text        collate "C" primary key,
    made_at    timestamptz not null,
    retired_at timestamptz
);

create table vault (
    key               text        collate "C" primary key,
    field             text        not null,
    subject           text        collate "C",
    master            text        collate "C" references vault_key,
    wrapped_key       bytea,  -- nonce || AES-256-GCM of the data key under the master key
    nonce             bytea,
    ciphertext        bytea,  -- AES-256-GCM under the data key, with the key column and the field as associated data
    search            bytea,  -- HMAC-SHA-256 of field and normalised text
    made_at           timestamptz not null,
    forgotten_at      timestamptz,
    forgotten_because text,
    constraint whole_or_forgotten check (
        num_nonnulls(master, wrapped_key, nonce, ciphertext, search) = case when forgotten_at is null then 5 else 0 end
        and (forgotten_at is null) = (forgotten_because is null))
);
create index vault_search on vault (search) where search is not null;
create index vault_subject on vault (subject) where subject is not null;

-- Who saw what, and why.
create table vault_access (
    id      bigint generated always as identity primary key,
    key     text        collate "C" not null,
    person  text        not null,
    at      timestamptz not null,
    purpose text        not null check (purpose <> '')
);
create index vault_access_key on vault_access (key, at);

-- An entry may be wrapped under another master key, or forgotten for good; nothing else about it changes.
create function vault_guard() returns trigger language plpgsql as $$
begin
    if old.forgotten_at is not null then
        raise exception 'vault entry % is forgotten for good', old.key using errcode = 'OC002';
    end if;
    if (new.key, new.field, new.made_at) is distinct from (old.key, old.field, old.made_at)
        or new.subject is distinct from old.subject then
        raise exception 'vault entry % does not change', old.key using errcode = 'OC002';
    end if;
    if new.forgotten_at is null
        and (new.nonce, new.ciphertext, new.search) is distinct from (old.nonce, old.ciphertext, old.search) then
        raise exception 'vault entry % does not change', old.key using errcode = 'OC002';
    end if;
    return new;
end
$$;
create trigger guard before update on vault for each row execute function vault_guard();
alter table vault enable always trigger guard;

-- Nothing is wrapped any more under a master key that is being destroyed.
create function vault_key_in_force() returns trigger language plpgsql as $$
begin
    perform from vault_key where id = new.master and retired_at is null for share;
    if new.master is not null and not found then
        raise exception 'vault key % is retired', new.master using errcode = 'OC003';
    end if;
    return new;
end
$$;
create trigger key_in_force before insert or update of master on vault
    for each row execute function vault_key_in_force();
alter table vault enable always trigger key_in_force;

create function vault_keeps() returns trigger language plpgsql as $$
begin
    raise exception '% of % refused: it only grows', tg_op, tg_table_name using errcode = 'OC002';
end
$$;
create trigger keeps before delete or truncate on vault for each statement execute function vault_keeps();
create trigger keeps before update or delete or truncate on vault_access for each statement execute function vault_keeps();
create trigger keeps before delete or truncate on vault_key for each statement execute function vault_keeps();
alter table vault enable always trigger keeps;
alter table vault_access enable always trigger keeps;
alter table vault_key enable always trigger keeps;

grant select, insert on vault, vault_access, vault_key to opencgt_runtime;
grant update (master, wrapped_key, nonce, ciphertext, search, forgotten_at, forgotten_because) on vault to opencgt_runtime;
grant update (retired_at) on vault_key to opencgt_runtime;
