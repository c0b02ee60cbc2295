"""Words from which leaders, problems and milestones of the demonstration take their names. No real person."""

from __future__ import annotations

LEADERS = tuple(
    (f"市领导{mark}", post)
    for mark, post in zip(
        "甲乙丙丁戊己庚辛壬",
        (
            "市委领导",
            "市委领导",
            "市委领导",
            "市政府领导",
            "市政府领导",
            "市政府领导",
            "市人大领导",
            "市政协领导",
            "市委领导",
        ),
        strict=True,
    )
)

# Kind of problem → what is wrong, and how it was cleared.
PROBLEMS: dict[str, tuple[tuple[str, str], ...]] = {
    "land": (
        ("用地手续未办结", "用地批复已取得"),
        ("土地指标有缺口", "土地指标已落实"),
        ("临时用地未落实", "临时用地已移交"),
    ),
    "funding": (("建设资金未足额到位", "贷款已发放"), ("配套资金拨付较慢", "配套资金已拨付")),
    "approval": (
        ("审批要件不齐", "要件已补齐"),
        ("施工许可未取得", "施工许可已核发"),
        ("环评批复未取得", "环评批复已取得"),
    ),
    "demolition": (("征拆进度滞后", "征拆协议已签订"), ("地上附着物未清理", "地上附着物已清理")),
    "utilities": (("水电接入条件不足", "临时用电已接通"), ("管线迁改未完成", "管线已迁改")),
    "contractor": (("施工力量不足", "施工单位已增派人员"), ("主材供应不及时", "主材已进场")),
    "policy": (("支持政策待明确", "政策口径已明确"),),
}
KIND_OF_REASON = {"land": "land", "funding": "funding", "approval": "approval", "contractor": "contractor"}
DELAY_NOTES = {
    "land": "用地手续办理时间较长", "funding": "资金到位晚于计划", "approval": "前期审批晚于计划",
    "design": "设计方案调整", "market": "市场变化，业主放缓节奏", "weather": "汛期降雨影响施工",
    "contractor": "施工组织不力",
}  # fmt: skip

# Milestone → its place in the works, 0 the start and 1 the finish; before 0: days ahead of the start.
MILESTONES: dict[str, float] = {
    "完成立项备案": -120, "取得施工许可": -30, "开工建设": 0.0, "主体工程过半": 0.45, "主体工程完工": 0.8,
    "竣工验收": 1.0,
}  # fmt: skip
SPONSORED_MILESTONES: dict[str, float] = {
    "完成立项备案": -120, "完成招标": -60, "取得施工许可": -30, "开工建设": 0.0, "基础工程完工": 0.25,
    "主体工程过半": 0.45, "主体工程完工": 0.8, "竣工验收": 1.0,
}  # fmt: skip
