-- title:   Required cells
-- asks:    Which required cells are empty?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    dictionary.sheet,
    rows_sent.source_row,
    dictionary.header,
    cast(null as varchar) as value,
    '' as detail
from dictionary
inner join rows_sent on dictionary.table_name = rows_sent.table_name
left join cells
    on
        dictionary.table_name = cells.table_name
        and dictionary.column_name = cells.column_name
        and rows_sent.source_row = cells.source_row
where
    dictionary.is_required
    and dictionary.is_sent
    and cells.value is null
