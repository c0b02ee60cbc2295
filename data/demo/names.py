"""Words from which the generated projects, deals and problems take their names. No real enterprise or person."""

from __future__ import annotations

THINGS: dict[str, tuple[str, ...]] = {
    "energy": ("分散式风电", "农光互补光伏", "屋顶分布式光伏", "储能电站", "输变电工程", "生物质热电联产", "燃气调峰站", "配电网改造"),
    "industry": ("智能装备零部件", "精密铸造", "泵阀制造", "石化延伸加工", "新型建材", "医药原料", "食品加工", "服装智能车间",
                 "钼精深加工", "船舶配套件", "环保设备", "包装材料", "汽车零部件", "节能改造"),
    "services": ("冷链物流园", "商贸综合体", "滨海旅游度假区", "文化创意园", "康养中心", "电商产业园", "数据中心", "会展中心"),
    "infrastructure": ("城市道路", "供水管网改造", "污水处理厂", "港区航道", "农村公路", "供热管网", "园区标准化厂房", "防洪堤",
                       "停车设施", "桥梁改建"),
    "livelihood": ("老旧小区改造", "人民医院扩建", "中学新建", "养老服务中心", "棚户区改造", "体育公园", "妇幼保健院"),
    "agriculture": ("高标准农田", "设施蔬菜基地", "肉牛养殖", "海产养殖", "水果仓储", "种业基地"),
}  # fmt: skip

PARKS = ("经济开发区", "高新技术产业园", "滨海产业园", "循环经济园", "现代农业园")

OWNERS: dict[str, str] = {
    "energy": "能源项目公司", "industry": "制造企业", "services": "开发公司",
    "infrastructure": "城市建设投资公司", "livelihood": "公共服务单位", "agriculture": "农业合作社",
}  # fmt: skip

LEAD_UNITS: dict[str, str] = {
    "energy": "市发展改革委", "industry": "市工业和信息化局", "services": "市商务局",
    "infrastructure": "市住房城乡建设局", "livelihood": "市民生保障部门", "agriculture": "市农业农村局",
}  # fmt: skip

LEADERS = tuple(
    (f"市领导{mark}", post)
    for mark, post in zip(
        "甲乙丙丁戊己庚辛壬",
        ("市委领导", "市委领导", "市委领导", "市政府领导", "市政府领导", "市政府领导", "市人大领导", "市政协领导", "市委领导"),
        strict=True,
    )
)

PROBLEMS: dict[str, tuple[str, str]] = {
    "land": ("用地手续未办结", "土地指标已落实"),
    "funding": ("建设资金未到位", "贷款已发放"),
    "approval": ("审批要件不齐", "要件已补齐"),
    "demolition": ("征拆进度滞后", "征拆协议已签订"),
    "utilities": ("水电接入条件不足", "临时用电已接通"),
    "contractor": ("施工力量不足", "施工单位已增派人员"),
    "policy": ("支持政策待明确", "政策口径已明确"),
}

MILESTONES = ("完成立项备案", "取得施工许可", "开工建设", "主体工程过半", "主体工程完工", "竣工验收")
