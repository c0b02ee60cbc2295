-- title:   Commitments kept
-- asks:    Which share of the energy projects' commitments was kept on time?
-- means:   committed milestones done by their date ÷ those done or overdue at the date; what isn't due yet doesn't count
-- grain:   one row per as_of that has rows, in order
-- unit:    pct
-- params:  as_ofs DATE[], counties VARCHAR[]?, sectors VARCHAR[]?, natures VARCHAR[]?, sizes VARCHAR[]?,
--          batches VARCHAR[]?, sponsors VARCHAR[]?, projects VARCHAR[]?
-- returns: as_of DATE, numerator DECIMAL(38,4), denominator DECIMAL(38,4), value DOUBLE
with behind as (
    select
        ledger.as_of, ledger.project_id, ledger.name, county_code, energy_kind,
        milestones.seq, milestones.name as milestone, milestones.due_on, milestones.done_on,
        milestones.evidence, milestones.published_fields, milestones.source_file, milestones.source_sheet,
        milestones.source_row,
        cast(
            case when milestones.done_on <= milestones.due_on and milestones.done_on <= ledger.as_of then 1 else 0 end
            as decimal(20, 4)
        ) as numerator,
        cast(1 as decimal(20, 4)) as denominator
    from ledger
    inner join milestones on ledger.as_of = milestones.as_of and ledger.project_id = milestones.project_id
    where
        list_contains($as_ofs, ledger.as_of)
        and is_planned
        and sector = 'energy'
        and milestones.is_commitment
        and (milestones.done_on <= ledger.as_of or milestones.due_on < ledger.as_of)
        and ($counties is null or list_contains($counties, county_code))
        and ($sectors is null or list_contains($sectors, sector))
        and ($natures is null or list_contains($natures, nature))
        and ($sizes is null or list_contains($sizes, size))
        and ($batches is null or list_contains($batches, batch_id))
        and ($sponsors is null or list_contains($sponsors, sponsor))
        and ($projects is null or list_contains($projects, ledger.project_id))
)

select
    as_of,
    sum(numerator) as numerator,
    sum(denominator) as denominator,
    100 * cast(sum(numerator) as double) / cast(nullif(sum(denominator), 0) as double) as value
from behind
group by as_of
order by as_of
