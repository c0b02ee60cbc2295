-- title:   Unknown headers
-- asks:    Which headers name no column, or declare a unit that can't be converted?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
select
    sheet,
    cast(1 as bigint) as source_row,
    header,
    header as value
from strays
where rule = 'unknown_header'
