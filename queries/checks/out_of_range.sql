-- title:   Out of range
-- asks:    Which numbers lie outside the range of their column, such as a share outside 0 to 100?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value,
    case
        when cells.number < dictionary.lowest then '≥ ' || format('{:g}', dictionary.lowest)
        else '≤ ' || format('{:g}', dictionary.highest)
    end as detail
from cells
inner join dictionary using (table_name, column_name)
where
    cells.number < dictionary.lowest
    or cells.number > dictionary.highest
