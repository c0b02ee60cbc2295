-- title:   Duplicate rows
-- asks:    Which rows have the key of another, after width, case and spaces are folded?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
with keys as (
    select
        cells.table_name,
        cells.source_row,
        string_agg(identity(cells.value), ' | ' order by dictionary.key_position) as identity_key,
        min_by(cells.value, dictionary.key_position) as value,
        min_by(dictionary.header, dictionary.key_position) as header,
        any_value(dictionary.sheet) as sheet
    from cells
    inner join dictionary using (table_name, column_name)
    where dictionary.key_position > 0
    group by cells.table_name, cells.source_row
)

select
    sheet,
    source_row,
    header,
    value
from keys
qualify count(*) over (partition by table_name, identity_key) > 1
