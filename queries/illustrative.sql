-- title:   Illustrative projects
-- asks:    How many projects of this date were generated for the demonstration?
-- grain:   one row
-- params:  as_of DATE
-- returns: projects BIGINT
with behind as (
    select project_id, name, evidence, published_fields, source_file, source_sheet, source_row
    from projects
    where as_of = $as_of and evidence = 'illustrative'
)

select count(*) as projects
from behind
