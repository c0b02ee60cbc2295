-- title:   Unknown sheets
-- asks:    Which sheets are no table of the ledger?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
select
    sheet,
    cast(1 as bigint) as source_row,
    header,
    header as value
from strays
where rule = 'unknown_sheet'
