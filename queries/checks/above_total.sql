-- title:   Done above the total
-- asks:    Which amounts are larger than the amount that bounds them?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
select
    dictionary.sheet,
    part.source_row,
    dictionary.header,
    part.value,
    bound.header || ' ' || whole.value as detail
from dictionary
inner join dictionary as bound
    on dictionary.table_name = bound.table_name and dictionary.at_most = bound.column_name
inner join cells as part
    on dictionary.table_name = part.table_name and dictionary.column_name = part.column_name
inner join cells as whole
    on
        bound.table_name = whole.table_name
        and bound.column_name = whole.column_name
        and part.source_row = whole.source_row
where part.number * dictionary.factor > whole.number * bound.factor
