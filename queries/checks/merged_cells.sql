-- title:   Merged cells
-- asks:    Where does one value stand in several cells, so that the others can't be told from blanks?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    sheet,
    row as source_row,
    header,
    detail as value,
    detail
from strays
where rule = 'merged_cells'
