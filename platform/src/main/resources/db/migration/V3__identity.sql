-- Running numbers of identifiers, one sequence for each series (a prefix and a year). A number is never given out twice;
-- gaps are no matter. The runtime role may not make sequences, so a function of the owner's does.
create function next_identifier(series text) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    name text := 'identifier_' || series;
begin
    if series !~ '^[a-z0-9]{3,40}$' then
        raise exception 'not a series of identifiers: %', series;
    end if;
    if to_regclass(format('public.%I', name)) is null then
        perform pg_advisory_xact_lock(hashtext(name));
        execute format('create sequence if not exists public.%I', name);
    end if;
    return nextval(format('public.%I', name)::regclass);
end
$$;
revoke all on function next_identifier(text) from public;
grant execute on function next_identifier(text) to opencgt_runtime;
