-- title:   Unknown headers
-- asks:    Which headers name no column?
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
where rule = 'unknown_header'
