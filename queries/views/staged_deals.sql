-- The deals with their stages of the year, each rule written here and nowhere else: landed are those signed in the same year.
create view staged_deals as
with dated as (
    select
        *,
        coalesce(matched_on <= as_of and extract(year from matched_on) = extract(year from as_of), false) as is_matched,
        coalesce(signed_on <= as_of and extract(year from signed_on) = extract(year from as_of), false) as is_signed,
        coalesce(landed_on <= as_of and extract(year from landed_on) = extract(year from as_of), false)
            as is_landed_this_year
    from deals
)

select *, is_signed and is_landed_this_year as is_landed
from dated
