-- title:   Unknown sheets
-- asks:    Which sheets are no table of the ledger?
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
where rule = 'unknown_sheet'
