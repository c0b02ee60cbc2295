-- title:   Missing headers
-- asks:    Which required columns were not sent?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR
select
    sheet,
    cast(1 as bigint) as source_row,
    header,
    header as value
from strays
where rule = 'missing_header'
