-- title:   Lost digits
-- asks:    Which long codes did a spreadsheet turn into a number, so that their last digits are gone?
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
    and regexp_full_match(cells.value, '\d(\.\d+)?[eE]\+\d+')
