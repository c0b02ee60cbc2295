-- title:   Unknown references
-- asks:    Which cells name a project or a meeting that has no row?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
with known as (
    select distinct
        cells.table_name,
        identity(cells.value) as identity_key
    from cells
    inner join dictionary using (table_name, column_name)
    where dictionary.key_position = 1
)

select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value,
    target.sheet as detail
from cells
inner join dictionary using (table_name, column_name)
inner join dictionary as target
    on dictionary.refers_to = target.table_name and target.key_position = 1
left join known
    on dictionary.refers_to = known.table_name and identity(cells.value) = known.identity_key
where known.identity_key is null
