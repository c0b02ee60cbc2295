-- title:   Weeks between meetings
-- asks:    How often were the dispatch meetings held?
-- means:   weeks from the start of the year to the date ÷ meetings of the asked forms held in them
-- grain:   one row
-- unit:    weeks
-- params:  as_of DATE, kinds VARCHAR[]?
-- returns: meetings BIGINT, weeks DOUBLE, highest_weeks DOUBLE, value DOUBLE, is_implausible BOOLEAN
with behind as (
    select
        meeting_id,
        held_on,
        kind,
        chair_post,
        parties,
        projects_discussed,
        evidence,
        published_fields,
        source_file,
        source_sheet,
        source_row,
        plausible.highest as highest_weeks,
        cast(extract(doy from $as_of) as double) / 7 as weeks
    from meetings
    left join plausible on plausible.rule = 'meeting_interval'
    where
        as_of = $as_of
        and held_on <= as_of
        and extract(year from held_on) = extract(year from as_of)
        and ($kinds is null or list_contains($kinds, kind))
)

select
    count(*) as meetings,
    max(weeks) as weeks,
    max(highest_weeks) as highest_weeks,
    cast(max(weeks) as double) / nullif(count(*), 0) as value,
    cast(max(weeks) as double) / nullif(count(*), 0) > max(highest_weeks) as is_implausible
from behind
