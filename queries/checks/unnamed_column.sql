-- title:   Columns without a header
-- asks:    Which columns have cells and no header?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    sheet,
    row as source_row,
    header,
    header as value,
    detail
from strays
where rule = 'unnamed_column'
