-- title:   Unknown codes
-- asks:    Which cells hold no code and no label of their list?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
with parts as (
    select
        dictionary.sheet,
        cells.source_row,
        dictionary.header,
        cells.value,
        dictionary.codes,
        unnest(case when dictionary.kind = 'codes' then as_codes(cells.value) else [folded(cells.value)] end) as part
    from cells
    inner join dictionary using (table_name, column_name)
    where dictionary.codes <> ''
)

select distinct
    parts.sheet,
    parts.source_row,
    parts.header,
    parts.value
from parts
left join labels on parts.codes = labels.list_name and lower(parts.part) = labels.spelling
where labels.code is null
