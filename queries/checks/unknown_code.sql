-- title:   Unknown codes
-- asks:    Which cells hold no code and no label of their list?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
with spellings as (  -- cells repeat: each spelling is looked up once
    select distinct
        dictionary.codes,
        dictionary.kind,
        cells.value
    from cells
    inner join dictionary using (table_name, column_name)
    where dictionary.codes <> ''
),

parts as (
    select
        codes,
        value,
        unnest(case when kind = 'codes' then as_codes(value) else [spelled(value)] end) as part
    from spellings
),

unknown as (
    select
        parts.codes,
        parts.value,
        string_agg(parts.part, ', ' order by parts.part) as detail
    from parts
    left join labels on parts.codes = labels.list_name and parts.part = labels.spelling
    where labels.code is null
    group by parts.codes, parts.value
)

select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value,
    case when dictionary.kind = 'codes' then unknown.detail else cells.value end as detail
from cells
inner join dictionary using (table_name, column_name)
inner join unknown on dictionary.codes = unknown.codes and cells.value = unknown.value
