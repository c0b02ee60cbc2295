"""The code lists that are the same in every city, with their labels in both languages.

The codes of counties and sectors belong to a city and stand in `data/reference/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Label(NamedTuple):
    """The label of a code in the product's two languages."""

    zh: str
    en: str


def _codes(**labels: tuple[str, str]) -> Mapping[str, Label]:
    return MappingProxyType({code: Label(*texts) for code, texts in labels.items()})


CODES: Mapping[str, Mapping[str, Label]] = MappingProxyType(
    {
        "energy_kind": _codes(
            nuclear=("核电", "Nuclear"),
            wind=("风电", "Wind"),
            solar=("光伏", "Solar"),
            hydro=("水电", "Hydro"),
            pumped_storage=("抽水蓄能", "Pumped storage"),
            storage=("储能", "Storage"),
            grid=("电网", "Grid"),
            gas=("燃气", "Gas"),
            biomass=("生物质", "Biomass"),
            coal=("煤电", "Coal"),
        ),
        "unit_status": _codes(
            operating=("在运", "In operation"),
            construction=("在建", "Under construction"),
            pre_construction=("前期", "Before construction"),
            announced=("规划", "Announced"),
            retired=("退役", "Retired"),
        ),
        "commitment": _codes(
            kept=("兑现", "Kept"),
            done_late=("逾期完成", "Done late"),
            missed=("未兑现", "Missed"),
            not_due=("未到期", "Not due yet"),
        ),
        "approval_state": _codes(
            granted=("已办结", "Granted"),
            blocking=("影响开工", "Blocks the start"),
            overdue=("超期未办结", "Overdue"),
            due=("未到期", "Due later"),
        ),
        "slow_kind": _codes(not_started=("未开工", "Not started"), slow=("进度滞后", "Slow")),
        "dueness": _codes(
            overdue=("已逾期", "Overdue"),
            not_due=("未到期", "Not due yet"),
            undated=("未定时限", "No due date"),
        ),
        "nature": _codes(
            new_build=("新建", "New build"),
            expansion=("扩建", "Expansion"),
            retrofit=("技改", "Retrofit"),
            relocation=("迁建", "Relocation"),
        ),
        "year_status": _codes(
            new_start=("新开工", "New start"),
            continued=("续建", "Continued"),
            preparatory=("前期", "Preparatory"),
        ),
        "self_status": _codes(ahead=("超前", "Ahead"), normal=("正常", "Normal"), behind=("滞后", "Behind")),
        "stage": _codes(
            planned=("谋划", "Planned"),
            approved=("已批复", "Approved"),
            started=("在建", "Under construction"),
            paused=("停工", "Paused"),
            completed=("竣工", "Completed"),
            cancelled=("取消", "Cancelled"),
        ),
        "ownership": _codes(
            state=("国有", "State"),
            private=("民间", "Private"),
            foreign=("外资", "Foreign"),
            mixed=("混合", "Mixed"),
        ),
        "size": _codes(
            **{
                "500w_1y": ("500万元–1亿元", "5–100 million yuan"),
                "1y_10y": ("1–10亿元", "0.1–1 billion yuan"),
                "10y_100y": ("10–100亿元", "1–10 billion yuan"),
                "100y_up": ("100亿元以上", "10 billion yuan and more"),
            }
        ),
        "delay_reason": _codes(
            land=("用地", "Land"),
            funding=("资金", "Funding"),
            approval=("审批", "Approval"),
            design=("设计变更", "Design change"),
            market=("市场变化", "Market"),
            weather=("天气", "Weather"),
            epidemic=("疫情", "Epidemic"),
            contractor=("施工组织", "Contractor"),
            other=("其他", "Other"),
        ),
        "element": _codes(
            filing=("立项备案", "Filing"),
            land=("用地", "Land"),
            planning=("规划许可", "Planning"),
            environment=("环评", "Environment"),
            energy_review=("能评", "Energy review"),
            construction_permit=("施工许可", "Construction permit"),
            finance=("资金落实", "Finance"),
            power=("供电接入", "Power"),
        ),
        "problem_kind": _codes(
            land=("用地", "Land"),
            funding=("资金", "Funding"),
            approval=("审批", "Approval"),
            demolition=("征拆", "Demolition"),
            utilities=("水电气路", "Utilities"),
            contractor=("施工组织", "Contractor"),
            policy=("政策", "Policy"),
            other=("其他", "Other"),
        ),
        "meeting_kind": _codes(
            cloud_dispatch=("云调度视频会议", "Video dispatch"),
            on_site=("现场调度", "On site"),
            special=("专题会", "Special meeting"),
        ),
        "origin": _codes(
            beijing_tianjin_hebei=("京津冀", "Beijing–Tianjin–Hebei"),
            yangtze_delta=("长三角", "Yangtze Delta"),
            pearl_delta=("珠三角", "Pearl River Delta"),
            northeast=("东北", "Northeast"),
            other_domestic=("国内其他", "Rest of China"),
            abroad=("境外", "Abroad"),
        ),
        "deal_stage": _codes(matched=("对接", "Matched"), signed=("签约", "Signed"), landed=("落地", "Landed")),
        "campaign": _codes(
            listing=("企业上市倍增", "Listing pipeline"),
            low_carbon=("绿色低碳产业", "Low-carbon industry"),
            clean_power=("清洁能源", "Clean power"),
            green_mines=("绿色矿山", "Green mines"),
            smart_water=("智慧水利", "Smart water"),
            inspection_service=("检验检测服务", "Inspection service"),
            bank_enterprise=("银企对接", "Bank–enterprise matching"),
            rural_industry=("乡村产业", "Rural industry"),
        ),
        "relation": _codes(**{">=": ("不低于", "At least"), "<=": ("不高于", "At most"), "=": ("等于", "Equal")}),
        "evidence": _codes(reported=("报送", "Reported"), illustrative=("演示", "Illustrative")),
    }
)
