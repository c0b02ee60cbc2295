-- title:   Unreadable cells
-- asks:    Which cells are no date, number, whole number or yes/no although their column is one?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value
from cells
inner join dictionary using (table_name, column_name)
where
    case dictionary.kind
        when 'date' then as_date(cells.value) is null
        when 'integer' then as_integer(cells.value) is null
        when 'boolean' then as_boolean(cells.value) is null
        when 'money' then as_number(cells.value) is null
        when 'number' then as_number(cells.value) is null
        when 'percent' then as_number(cells.value) is null
        else false
    end
