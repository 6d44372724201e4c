-- Facts about this installation, set once.
create table installation (
    name  text primary key,
    value text not null
);
grant select, insert on installation to opencgt_runtime;
