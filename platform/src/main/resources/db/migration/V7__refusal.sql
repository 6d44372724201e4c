-- Which subjects a refused attempt was about. The attempt itself stands in the ledger and joins no subject's chain.
create table refusal (
    ref       text   collate "C" not null,
    position  bigint not null,
    type      text   not null,
    performer text   not null,
    primary key (ref, position)
);
create index refusal_performer on refusal (performer, position desc);
grant select, insert on refusal to opencgt_runtime;
