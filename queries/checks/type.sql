-- title:   Unreadable cells
-- asks:    Which cells are no date, number, whole number or yes/no although their column is one?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value,
    dictionary.kind as detail
from cells
inner join dictionary using (table_name, column_name)
where not cells.is_readable
