"""The column dictionary: every table and column of the ledger, declared once.

Reading, the template, the checks, the views, the labels and docs/columns.md are made from
these declarations and from nothing else. Names follow OC4IDS where it has one; money is
stored in 万元 (`_wan`), capacity in MW, areas in hectares, dates as DATE, codes in ASCII.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

SCHEMA_VERSION = 1


class Text(NamedTuple):
    """One label or sentence in the product's two languages."""

    zh: str
    en: str

    def in_language(self, language: str) -> str:
        """The Chinese text for "zh", else the English one."""
        return self.zh if language == "zh" else self.en


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    INTEGER = "integer"
    BOOLEAN = "boolean"

    @property
    def sql(self) -> str:
        """The DuckDB type name."""
        return _SQL_TYPES[self]


_SQL_TYPES = {
    Kind.TEXT: "VARCHAR",
    Kind.CODE: "VARCHAR",
    Kind.CODES: "VARCHAR[]",
    Kind.DATE: "DATE",
    Kind.MONEY: "DECIMAL(18,2)",
    Kind.NUMBER: "DECIMAL(18,4)",
    Kind.PERCENT: "DOUBLE",
    Kind.INTEGER: "BIGINT",
    Kind.BOOLEAN: "BOOLEAN",
}


@dataclass(frozen=True)
class Column:
    """One column: type, unit, labels, meaning, rule and allowed codes.

    `codes` names a list in `data.codes.CODES`, or "county" and "sector", whose codes come
    from the city's reference files. `not_before` and `at_most` name the columns of the same
    row that this one must not precede (dates) or exceed (amounts). `references` names the
    table whose key the value must be found in. `stamped` columns are filled when a ledger
    is read or published and don't stand in the workbook.
    """

    name: str
    kind: Kind
    label: Text
    meaning: Text
    unit: str = ""
    required: bool = False
    codes: str = ""
    minimum: float | None = None
    maximum: float | None = None
    not_before: tuple[str, ...] = ()
    at_most: str = ""
    references: str = ""
    stamped: bool = False


@dataclass(frozen=True)
class Table:
    """One sheet of the workbook and one Parquet file of a snapshot."""

    name: str
    label: Text
    grain: Text
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError for an unknown one."""
        return self.by_name[name]

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by their names."""
        return {column.name: column for column in self.columns}

    @property
    def entered(self) -> tuple[Column, ...]:
        """The columns that stand in the workbook: all but the stamped ones."""
        return tuple(column for column in self.columns if not column.stamped)


def _column(name: str, kind: Kind, zh: str, en: str, meaning_zh: str, meaning_en: str, **rules: object) -> Column:
    return Column(name, kind, Text(zh, en), Text(meaning_zh, meaning_en), **rules)  # type: ignore[arg-type]


def _money(name: str, zh: str, en: str, meaning_zh: str, meaning_en: str, **rules: object) -> Column:
    return _column(name, Kind.MONEY, zh, en, meaning_zh, meaning_en, unit="万元", minimum=0, **rules)


def _date(name: str, zh: str, en: str, meaning_zh: str, meaning_en: str, **rules: object) -> Column:
    return _column(name, Kind.DATE, zh, en, meaning_zh, meaning_en, **rules)


def _text(name: str, zh: str, en: str, meaning_zh: str, meaning_en: str, **rules: object) -> Column:
    return _column(name, Kind.TEXT, zh, en, meaning_zh, meaning_en, **rules)


def _code(name: str, zh: str, en: str, meaning_zh: str, meaning_en: str, codes: str, **rules: object) -> Column:
    return _column(name, Kind.CODE, zh, en, meaning_zh, meaning_en, codes=codes, **rules)


def _project(**rules: object) -> Column:
    return _text(
        "project_id", "项目代码", "Project ID",
        "所属项目的代码，须在项目表中。", "The project that this row belongs to; it must stand in the projects sheet.",
        references="projects", **rules,
    )  # fmt: skip


_COUNTY = ("county_code", "县区", "County")

PROVENANCE = (
    _code("evidence", "数据来源", "Evidence", "来自报送台账，或为演示而生成。",
          "From a reported ledger, or generated for the demonstration.", "evidence"),
    _column("published_fields", Kind.CODES, "公开字段", "Published fields", "本行中已公开发布的列名，以逗号分隔。",
            "The columns of this row whose values the city has printed, separated by commas."),
    _date("as_of", "截至日期", "As of", "数据所反映的日期。", "The date that the data speaks of.", stamped=True),
    _text("source_file", "来源文件", "Source file", "报送文件名。", "Name of the file that was read.", stamped=True),
    _text("source_sheet", "来源工作表", "Source sheet", "报送文件中的工作表。", "Sheet of that file.", stamped=True),
    _column("source_row", Kind.INTEGER, "来源行", "Source row", "工作表中的行号。", "Row number in that sheet.",
            stamped=True),
)  # fmt: skip

PROJECTS = Table(
    "projects", Text("项目", "Projects"), Text("每个项目一行", "One row per project"), ("project_id",),
    (
        _text("project_id", "项目代码", "Project ID", "投资项目统一代码（GB/T 40058）；没有的用内部编号。",
              "Uniform investment project code (GB/T 40058), else an internal number.", required=True),
        _column("plan_year", Kind.INTEGER, "计划年度", "Plan year", "列入哪一年的重点项目计划。",
                "The year whose key-project plan lists the project.", required=True, minimum=2000, maximum=2100),
        _text("name", "项目名称", "Project name", "项目全称。", "Full name of the project.", required=True),
        _code(*_COUNTY, "建设地点所在县区代码（GB/T 2260）；跨县区的填 multi。",
              "Division code of the site (GB/T 2260); `multi` when it crosses counties.", "county", required=True),
        _column("county_codes", Kind.CODES, "跨越县区", "Counties crossed", "跨县区项目经过的县区代码，以逗号分隔。",
                "Codes of the counties that a cross-county project runs through, separated by commas.",
                codes="county"),
        _text("park", "园区", "Park", "所在开发区或园区。", "Development zone or park of the site."),
        _code("sector", "领域", "Sector", "项目所属领域。", "The field that the project belongs to.", "sector",
              required=True),
        _code("energy_kind", "能源类型", "Energy kind", "能源项目的类型。", "Kind of an energy project.", "energy_kind"),
        _text("industry_code", "行业代码", "Industry code", "国民经济行业分类（GB/T 4754）代码。",
              "Industrial classification code (GB/T 4754)."),
        _code("nature", "建设性质", "Nature", "新建、扩建、技改或迁建。", "New build, expansion, retrofit or relocation.",
              "nature"),
        _code("year_status", "年度状态", "Status in the year", "本年新开工、续建，或前期（不计入计划基数）。",
              "New start, continued, or preparatory (outside the plan's base).", "year_status", required=True),
        _code("self_status", "自报进度", "Reported status", "单位自报：超前、正常或滞后。",
              "The unit's own report: ahead, normal or behind.", "self_status"),
        _code("stage", "建设阶段", "Stage", "项目当前所处阶段。", "The stage that the project is in.", "stage"),
        _money("total_wan", "总投资", "Total investment", "项目批准的总投资。", "Approved total investment.",
               required=True),
        _money("year_plan_wan", "年度计划投资", "Planned this year", "本年度计划完成的投资。",
               "Investment planned for the plan year."),
        _money("year_done_wan", "年度完成投资", "Done this year", "本年初至截至日期完成的投资。",
               "Investment done from the start of the year to the as-of date."),
        _money("total_done_wan", "累计完成投资", "Done in all", "开工以来累计完成的投资。",
               "Investment done since the start.", at_most="total_wan"),
        _money("funds_in_place_wan", "到位资金", "Funds in place", "已到位的建设资金。", "Funds that have arrived."),
        _money("central_wan", "中央预算内资金", "Central budget", "到位资金中的中央预算内投资。",
               "Of the funds in place: central budget."),
        _money("bond_wan", "专项债资金", "Special bonds", "到位资金中的地方政府专项债券。",
               "Of the funds in place: local government special bonds."),
        _money("bank_wan", "银行贷款", "Bank loans", "到位资金中的银行贷款。", "Of the funds in place: bank loans."),
        _money("own_wan", "自有资金", "Own funds", "到位资金中的企业自有资金。", "Of the funds in place: own capital."),
        _code("ownership", "投资主体", "Ownership", "国有、民间、外资或混合。", "State, private, foreign or mixed.",
              "ownership"),
        _date("planned_start", "计划开工", "Planned start", "计划开工日期。", "Date on which work is planned to start."),
        _date("actual_start", "实际开工", "Actual start", "实际开工日期；续建项目的在往年。",
              "Date on which work started; in an earlier year for a continued project."),
        _date("resumed_on", "复工日期", "Resumed on", "续建项目本年复工的日期。",
              "Date on which a continued project resumed this year.", not_before=("actual_start",)),
        _date("planned_finish", "计划竣工", "Planned finish", "计划竣工日期。", "Date on which it is planned to finish.",
              not_before=("planned_start",)),
        _date("actual_finish", "实际竣工", "Actual finish", "实际竣工日期。", "Date on which it finished.",
              not_before=("actual_start", "resumed_on")),
        _date("stats_entry_due", "应入库日期", "Statistics entry due", "应纳入投资统计的日期。",
              "Date by which it must be entered into the investment statistics."),
        _date("stats_entry_on", "入库日期", "Statistics entry", "纳入投资统计的日期。",
              "Date on which it was entered into the investment statistics."),
        _column("progress_pct", Kind.PERCENT, "形象进度", "Physical progress", "形象进度百分比。",
                "Physical progress of the works.", unit="%", minimum=0, maximum=100),
        _text("progress_note", "进展情况", "Progress note", "进展情况说明。", "What has been done, in words."),
        _text("batch_id", "集中开工批次", "Start batch", "参加的集中开工批次。",
              "The concentrated start that it was part of."),
        _text("sponsor", "包保领导", "Sponsor", "包保的市领导。", "The city leader who sponsors it."),
        _text("sponsor_post", "包保领导职务", "Sponsor's post", "包保领导的职务。", "The sponsor's post."),
        _text("lead_unit", "责任单位", "Unit in charge", "牵头负责的单位。", "The office that answers for it."),
        _text("owner", "建设单位", "Owner", "项目建设单位。", "The enterprise or body that builds it."),
        _column("capacity_mw", Kind.NUMBER, "装机容量", "Installed capacity", "能源项目的装机容量。",
                "Installed capacity of an energy project.", unit="MW", minimum=0),
        _column("output_capacity", Kind.NUMBER, "设计年产能", "Design output", "设计年生产能力。",
                "Designed output a year, in `output_unit`.", minimum=0),
        _text("output_unit", "产能单位", "Output unit", "设计年产能的单位，如 万吨/年。",
              "Unit of the design output, such as 万吨/年."),
        _money("annual_output_wan", "达产年产值", "Annual output value", "达产后的年产值。",
               "Value of a year's output at full production."),
        _column("annual_energy_mwh", Kind.NUMBER, "年发电量", "Annual generation", "达产后的年发电量。",
                "Electricity generated in a full year.", unit="MWh", minimum=0),
        _column("coal_saved_t", Kind.NUMBER, "年节约标准煤", "Coal saved", "每年节约的标准煤。",
                "Standard coal saved in a full year.", unit="吨", minimum=0),
        _column("area_ha", Kind.NUMBER, "面积", "Area", "占地或种植面积。", "Area of the site or the planting.",
                unit="公顷", minimum=0),
        _column("lon", Kind.NUMBER, "经度", "Longitude", "经度。", "Longitude.", unit="°", minimum=-180, maximum=180),
        _column("lat", Kind.NUMBER, "纬度", "Latitude", "纬度。", "Latitude.", unit="°", minimum=-90, maximum=90),
        _code("delay_reason", "滞后原因", "Reason of delay", "滞后的主要原因。", "The main reason of a delay.",
              "delay_reason"),
        _text("delay_note", "滞后说明", "Note on the delay", "滞后情况说明。", "The delay in words."),
        *PROVENANCE,
    ),
)  # fmt: skip

MILESTONES = Table(
    "milestones", Text("节点", "Milestones"), Text("每个项目每个节点一行", "One row per project and milestone"),
    ("project_id", "seq"),
    (
        _project(required=True),
        _column("seq", Kind.INTEGER, "序号", "Number", "节点在项目内的序号。", "Position within the project.",
                required=True, minimum=1),
        _text("name", "节点名称", "Milestone", "节点名称。", "Name of the milestone.", required=True),
        _date("due_on", "计划日期", "Due on", "计划完成日期（倒排工期）。",
              "Date by which it must be done, counted back from the finish.", required=True),
        _date("done_on", "完成日期", "Done on", "实际完成日期。", "Date on which it was done."),
        _column("is_commitment", Kind.BOOLEAN, "承诺书节点", "Committed", "是否为承诺书约定的节点。",
                "Whether a letter of commitment names it."),
        _text("owner_unit", "责任单位", "Unit in charge", "负责该节点的单位。", "The unit that answers for it."),
        *PROVENANCE,
    ),
)  # fmt: skip

APPROVALS = Table(
    "approvals", Text("要素保障", "Approvals"), Text("每个项目每项要素一行", "One row per project and element"),
    ("project_id", "element"),
    (
        _project(required=True),
        _code("element", "要素", "Element", "备案、用地、规划、环评等要素。", "Filing, land, planning, environment …",
              "element", required=True),
        _date("due_on", "应办结日期", "Due on", "应办结日期。", "Date by which it must be granted.", required=True),
        _date("done_on", "办结日期", "Done on", "实际办结日期。", "Date on which it was granted."),
        _text("agency", "办理部门", "Agency", "办理部门。", "The office that grants it."),
        _text("blocker", "卡点", "Blocker", "未办结的原因。", "What holds it up."),
        *PROVENANCE,
    ),
)  # fmt: skip

PROBLEMS = Table(
    "problems", Text("问题清单", "Problems"), Text("每个问题一行", "One row per problem"), ("problem_id",),
    (
        _text("problem_id", "问题编号", "Problem ID", "问题编号。", "Number of the problem.", required=True),
        _project(required=True),
        _date("raised_on", "提出日期", "Raised on", "提出日期。", "Date on which it was raised.", required=True),
        _text("meeting_id", "调度会编号", "Meeting ID", "提出或督办该问题的调度会。",
              "The meeting that raised it or follows it.", references="meetings"),
        _code("kind", "问题类型", "Kind", "问题类型。", "Kind of problem.", "problem_kind", required=True),
        _text("description", "问题描述", "Description", "问题描述。", "The problem in words.", required=True),
        _text("owner_unit", "责任单位", "Unit in charge", "负责解决的单位。", "The unit that must clear it."),
        _date("due_on", "限时办结日期", "Due on", "限时办结日期。", "Date by which it must be cleared.",
              not_before=("raised_on",)),
        _date("resolved_on", "销号日期", "Cleared on", "销号日期。", "Date on which it was cleared.",
              not_before=("raised_on",)),
        _text("resolution", "处理结果", "Resolution", "处理结果。", "How it was cleared."),
        *PROVENANCE,
    ),
)  # fmt: skip

MEETINGS = Table(
    "meetings", Text("调度会", "Meetings"), Text("每次调度会一行", "One row per dispatch meeting"), ("meeting_id",),
    (
        _text("meeting_id", "调度会编号", "Meeting ID", "调度会编号。", "Number of the meeting.", required=True),
        _date("held_on", "召开日期", "Held on", "召开日期。", "Date on which it was held.", required=True),
        _code("kind", "会议形式", "Kind", "会议形式。", "Form of the meeting.", "meeting_kind", required=True),
        _text("chair_post", "主持人职务", "Chair's post", "主持人职务。", "Post of the chair."),
        _column("parties", Kind.INTEGER, "参会方数", "Parties", "参会方数。", "Number of parties that attended.",
                minimum=0),
        _column("projects_discussed", Kind.INTEGER, "调度项目数", "Projects discussed", "会上调度的项目数。",
                "Number of projects discussed.", minimum=0),
        *PROVENANCE,
    ),
)  # fmt: skip

DEALS = Table(
    "deals", Text("招商项目", "Deals"), Text("每个招商项目一行", "One row per investment deal"), ("deal_id",),
    (
        _text("deal_id", "招商项目编号", "Deal ID", "招商项目编号。", "Number of the deal.", required=True),
        _text("name", "项目名称", "Name", "招商项目名称。", "Name of the deal.", required=True),
        _code(*_COUNTY, "落户县区代码。", "Division code of the county that it goes to.", "county", required=True),
        _code("sector", "领域", "Sector", "所属领域。", "The field that it belongs to.", "sector", required=True),
        _code("origin", "资金来源地", "Origin", "投资方所在地区。", "Where the investor comes from.", "origin"),
        _date("matched_on", "对接日期", "Matched on", "对接日期。", "Date of the first match."),
        _date("signed_on", "签约日期", "Signed on", "签约日期。", "Date of signing.", not_before=("matched_on",)),
        _money("signed_wan", "签约金额", "Signed amount", "签约总投资。", "Total investment signed for."),
        _date("landed_on", "落地日期", "Landed on", "落地日期。", "Date of landing.", not_before=("signed_on",)),
        _money("landed_wan", "落地金额", "Landed amount", "落地总投资。", "Total investment landed.",
               at_most="signed_wan"),
        _project(),
        *PROVENANCE,
    ),
)  # fmt: skip

VISITS = Table(
    "visits", Text("驻点招商", "Visits"), Text("每月每县区一行", "One row per month and county"),
    ("month", "county_code"),
    (
        _date("month", "月份", "Month", "所属月份的第一天。", "First day of the month.", required=True),
        _code(*_COUNTY, "派出县区代码。", "Division code of the county that sends the teams.", "county", required=True),
        _column("person_times", Kind.INTEGER, "人次", "Person-times", "驻点招商人次。", "Trips of persons.", minimum=0),
        _column("day_times", Kind.INTEGER, "天次", "Person-days", "驻点招商天次。", "Days spent by persons.", minimum=0),
        _column("enterprises_visited", Kind.INTEGER, "走访企业", "Enterprises visited", "走访企业数。",
                "Enterprises visited.", minimum=0),
        _column("projects_matched", Kind.INTEGER, "对接项目", "Projects matched", "对接项目数。", "Projects matched.",
                minimum=0),
        *PROVENANCE,
    ),
)  # fmt: skip

INDICATORS = Table(
    "indicators", Text("专项行动指标", "Indicators"), Text("每个专项行动每个指标每期一行",
    "One row per campaign, indicator, county and period"), ("campaign", "indicator", "county_code", "period_end"),
    (
        _code("campaign", "专项行动", "Campaign", "所属专项行动。", "The campaign that it belongs to.", "campaign",
              required=True),
        _text("indicator", "指标", "Indicator", "指标名称。", "Name of the indicator.", required=True),
        _code(*_COUNTY, "县区代码；全市指标留空。", "Division code; empty for the whole city.", "county"),
        _date("period_end", "期末日期", "Period end", "指标所属时期的最后一天。", "Last day of the period.",
              required=True),
        _column("value", Kind.NUMBER, "实际值", "Value", "实际值；只有目标时留空。", "The value; empty for a bare target."),
        _text("unit", "单位", "Unit", "计量单位。", "Unit of value and target."),
        _column("target", Kind.NUMBER, "目标值", "Target", "目标值。", "The target."),
        _code("relation", "关系", "Relation", "实际值与目标值应有的关系。", "How the value must stand to the target.",
              "relation"),
        _text("phase", "阶段", "Phase", "当前阶段。", "The phase now."),
        _date("phase_due", "阶段期限", "Phase due", "阶段期限。", "Date on which the phase ends."),
        *PROVENANCE,
    ),
)  # fmt: skip

TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (PROJECTS, MILESTONES, APPROVALS, PROBLEMS, MEETINGS, DEALS, VISITS, INDICATORS)}
)
