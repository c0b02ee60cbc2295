-- title:   Duplicate rows
-- asks:    Which rows have the key of another, after width, case, spaces and spelling of codes are folded?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
with keys as (
    select
        cells.table_name,
        cells.source_row,
        min_by(cells.value, dictionary.key_position) as value,
        min_by(dictionary.header, dictionary.key_position) as header,
        any_value(dictionary.sheet) as sheet,
        string_agg(
            dictionary.key_position || coalesce(
                labels.code, cast(cells.day as varchar), cast(cells.number as varchar), identity(cells.value)
            ), ' | '
            order by dictionary.key_position
        ) as identity_key
    from cells
    inner join dictionary using (table_name, column_name)
    left join labels on dictionary.codes = labels.list_name and spelled(cells.value) = labels.spelling
    where dictionary.key_position > 0
    group by cells.table_name, cells.source_row
),

shared as (
    select
        table_name,
        identity_key,
        min(source_row) as first_row,
        min(source_row, 2)[2] as second_row
    from keys
    group by table_name, identity_key
    having count(*) > 1
)

select
    keys.sheet,
    keys.source_row,
    keys.header,
    keys.value,
    cast(
        case when keys.source_row = shared.first_row then shared.second_row else shared.first_row end as varchar
    ) as detail
from keys
inner join shared using (table_name, identity_key)
