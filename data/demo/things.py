"""What the generated projects build: a noun, its branch, how large such works get, and who answers for them."""

from __future__ import annotations

from typing import NamedTuple


class Thing(NamedTuple):
    """One kind of works. `branch` is a division of GB/T 4754, `most` the 亿元 that the largest of them take.

    `nature` is given where the noun itself says it (改造), else it is drawn.
    """

    noun: str
    branch: str
    most: int
    nature: str = ""
    energy_kind: str | None = None


THINGS: dict[str, tuple[Thing, ...]] = {
    "energy": (
        Thing("风电场", "44", 45, energy_kind="wind"),
        Thing("分散式风电", "44", 9, energy_kind="wind"),
        Thing("农光互补光伏电站", "44", 40, energy_kind="solar"),
        Thing("屋顶分布式光伏", "44", 3, energy_kind="solar"),
        Thing("电化学储能电站", "44", 12, energy_kind="storage"),
        Thing("输变电工程", "44", 8, energy_kind="grid"),
        Thing("配电网改造", "44", 2, "retrofit", "grid"),
        Thing("生物质热电联产", "44", 7, energy_kind="biomass"),
        Thing("燃气调峰储气站", "45", 5, energy_kind="gas"),
    ),
    "industry": (
        Thing("石化延伸加工装置", "25", 60),
        Thing("船舶配套件生产基地", "37", 40),
        Thing("钼精深加工", "32", 30),
        Thing("智能装备生产线", "35", 25),
        Thing("汽车零部件生产线", "36", 20),
        Thing("医药原料药生产线", "27", 20),
        Thing("新型建材生产线", "30", 12),
        Thing("精密铸件生产线", "33", 8),
        Thing("泵阀生产线", "34", 8),
        Thing("环保设备生产线", "35", 6),
        Thing("食品加工厂", "14", 5),
        Thing("包装材料厂", "29", 3),
        Thing("服装智能车间", "18", 3),
        Thing("锅炉节能改造", "44", 2, "retrofit"),
    ),
    "services": (
        Thing("滨海旅游度假区", "78", 65),
        Thing("山地旅游度假区", "78", 45),
        Thing("康养小镇", "85", 35),
        Thing("大数据中心", "65", 30),
        Thing("商贸综合体", "52", 25),
        Thing("冷链物流园", "59", 15),
        Thing("会展中心", "72", 12),
        Thing("文化创意园", "88", 8),
        Thing("电商产业园", "64", 5),
        Thing("仓储配送中心", "59", 3),
    ),
    "infrastructure": (
        Thing("港区航道", "48", 65),
        Thing("城市快速路", "48", 50),
        Thing("引水工程", "46", 35),
        Thing("铁路专用线", "48", 25),
        Thing("标准化厂房", "47", 12),
        Thing("防洪堤", "48", 8),
        Thing("城市道路", "48", 8),
        Thing("污水处理厂", "46", 6),
        Thing("供热管网改造", "44", 5, "retrofit"),
        Thing("供水管网改造", "46", 4, "retrofit"),
        Thing("农村公路", "48", 3),
        Thing("停车设施", "54", 2),
    ),
    "livelihood": (
        Thing("棚户区改造", "47", 30, "retrofit"),
        Thing("综合医院新院区", "84", 16),
        Thing("职业教育园区", "83", 14),
        Thing("老旧小区改造", "47", 5, "retrofit"),
        Thing("中学校舍", "83", 3),
        Thing("体育公园", "89", 3),
        Thing("养老服务中心", "85", 2),
        Thing("妇幼保健院", "84", 4),
    ),
    "agriculture": (
        Thing("海洋牧场", "04", 14),
        Thing("海产养殖基地", "04", 8),
        Thing("肉牛养殖基地", "03", 6),
        Thing("高标准农田", "01", 4),
        Thing("设施蔬菜基地", "01", 3),
        Thing("水果仓储保鲜库", "59", 2),
        Thing("种业基地", "05", 1),
    ),
}

COASTAL = ("滨海", "船舶", "港区", "海洋", "海产")

ACTS = {"new_build": "建设", "expansion": "扩建", "retrofit": "技术改造", "relocation": "搬迁改造"}
PARKS = ("经济开发区", "高新技术产业园", "循环经济产业园", "现代服务业集聚区", "农产品加工园")
PARKS_OF = {"industry": PARKS[:3], "services": PARKS[3:4] + PARKS[:1], "agriculture": PARKS[4:]}
QUARTERS = ("城东", "城西", "城南", "城北", "中心城区", "新城", "东部", "西部", "南部", "北部", "沿河")

# Who answers for a project: the bureau of the sector, or that of its branch; county or city level goes before it.
BUREAUS = {
    "energy": "发展和改革局", "industry": "工业和信息化局", "services": "商务局",
    "infrastructure": "住房和城乡建设局", "livelihood": "住房和城乡建设局", "agriculture": "农业农村局",
}  # fmt: skip
BUREAUS_OF_BRANCH = {
    "83": "教育局", "84": "卫生健康局", "85": "民政局", "89": "文化旅游和体育局", "78": "文化旅游和体育局",
    "48": "交通运输局", "46": "水利局",
}  # fmt: skip
OWNERS = {
    "energy": "能源项目公司", "industry": "制造企业", "services": "开发公司", "infrastructure": "城市建设投资公司",
    "livelihood": "公共服务单位", "agriculture": "农业合作社",
}  # fmt: skip


def fitting(sector: str, total_wan: float, has_coast: bool) -> list[Thing]:
    """The works of a sector that an amount can build there: neither too large for them nor a tiny part of one."""
    total_yi = total_wan / 10_000
    here = [thing for thing in THINGS[sector] if has_coast or not thing.noun.startswith(COASTAL)]
    able = [thing for thing in here if total_yi <= thing.most]
    return [thing for thing in able if total_yi >= thing.most / 80] or able or [max(here, key=lambda t: t.most)]


def bureau(sector: str, branch: str | None, of_city: bool) -> str:
    """The bureau that answers for such a project, as the city or a county calls it."""
    name = (
        BUREAUS[sector] if sector in ("energy", "agriculture") else BUREAUS_OF_BRANCH.get(branch or "", BUREAUS[sector])
    )
    return {"发展和改革局": "发展改革委"}.get(name, name) if of_city else name
