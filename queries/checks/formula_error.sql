-- title:   Failed formulas
-- asks:    Which cells of words hold the error of a formula? (In other columns the type or the list finds them.)
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    dictionary.sheet,
    cells.source_row,
    dictionary.header,
    cells.value,
    '' as detail
from cells
inner join dictionary using (table_name, column_name)
where
    dictionary.kind = 'text'
    and regexp_full_match(cells.value, '#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)')
