-- title:   Dates out of order
-- asks:    Which dates lie before one that they must follow?
-- grain:   one row per fault
-- params:  none
-- returns: sheet VARCHAR, source_row BIGINT, header VARCHAR, value VARCHAR, detail VARCHAR
with orders as (
    select
        table_name,
        column_name,
        sheet,
        header,
        unnest(not_before) as earlier
    from dictionary
)

select
    orders.sheet,
    later_cell.source_row,
    orders.header,
    later_cell.value,
    first_dates.header || ' ' || earlier_cell.value as detail
from orders
inner join dictionary as first_dates
    on orders.table_name = first_dates.table_name and orders.earlier = first_dates.column_name
inner join cells as later_cell
    on orders.table_name = later_cell.table_name and orders.column_name = later_cell.column_name
inner join cells as earlier_cell
    on
        orders.table_name = earlier_cell.table_name
        and orders.earlier = earlier_cell.column_name
        and later_cell.source_row = earlier_cell.source_row
where later_cell.day < earlier_cell.day
