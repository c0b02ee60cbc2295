-- title:   Unknown units
-- asks:    Which headers declare a unit that can't be converted for certain?
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
where rule = 'unknown_unit'
