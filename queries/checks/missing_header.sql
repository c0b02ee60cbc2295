-- title:   Missing headers
-- asks:    Which required columns were not sent?
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
where rule = 'missing_header'
