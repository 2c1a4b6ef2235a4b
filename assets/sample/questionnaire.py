"""The questionnaire of the sample in its two revisions, and the score each item is meant to
reach in each wave (0-100): the story that is there to be found."""

WAVES = ["2023H2", "2024H1", "2024H2", "2025H1", "2025H2", "2026H1"]
FIRST, SECOND = WAVES[:2], WAVES[2:]  # the waves of revision A/2 and of A/3

DIMENSIONS = [("QU", "产品质量", 30), ("DE", "交付及时", 25), ("PR", "价格", 15), ("CO", "配合度", 20), ("HS", "有害物质管理", 10)]

# code, text, dimension, weight
SCORED = [
    ("QU1", "产品质量的稳定性", "QU", 40),
    ("QU2", "外观、包装与标识", "QU", 25),
    ("QU3", "质量异常的处理", "QU", 35),
    ("DE1", "按约定日期交货", "DE", 45),
    ("DE2", "数量与单据准确", "DE", 25),
    ("DE3", "急单的响应", "DE", 30),
    ("PR1", "与同类供应商相比，我公司产品的价格", "PR", 40),
    ("PR2", "报价清楚、及时", "PR", 30),
    ("PR3", "付款与结算条件", "PR", 30),
    ("CO1", "业务人员的响应", "CO", 40),
    ("CO2", "技术支持", "CO", 30),
    ("CO3", "投诉的处理", "CO", 30),
    ("HS1", "环保资料（RoHS、REACH）提供及时", "HS", 50),
    ("HS2", "标识与证明完整", "HS", 50),
]
# What A/2 asked instead.
REWORDED = {"DE2": "交货数量准确"}
OVERALL = ("OV1", "总体而言，对我公司的满意程度")
NPS = ("N1", "向同行推荐我公司的可能性（0–10 分）")
TEXTS = [("TX1", "对价格的意见"), ("TX2", "其他意见与建议")]

LABELS = {5: "很满意", 4: "满意", 3: "一般", 2: "不满意", 1: "很不满意", None: "不清楚"}

_TARGETS = {
    "QU1": [87.5, 88.5, 89.5, 89.0, 90.5, 89.0],
    "QU2": [88.0, 89.0, 90.0, 89.5, 91.0, 89.5],
    "QU3": [83.5, 84.0, 85.0, 84.5, 86.0, 84.5],
    "DE1": [83.0, 83.5, 81.0, 69.0, 82.0, 85.5],
    "DE2": [86.0, 87.5, 86.0, 81.0, 86.5, 88.0],
    "DE3": [83.0, 83.5, 83.0, 76.5, 83.0, 84.5],
    "PR1": [74.5, 74.0, 73.5, 73.0, 73.0, 65.0],
    "PR2": [88.5, 86.5, 84.5, 83.0, 80.5, 77.5],
    "PR3": [87.5, 87.0, 85.5, 84.0, 83.0, 79.2],
    "CO1": [87.0, 88.5, 89.0, 88.5, 90.5, 88.5],
    "CO2": [85.5, 86.5, 87.5, 87.0, 89.0, 87.0],
    "CO3": [82.0, 83.0, 84.0, 83.0, 85.0, 82.5],
    "HS1": [87.5, 88.5, 89.0, 90.0, 90.5, 86.5],
    "HS2": [88.5, 89.5, 90.0, 91.0, 92.0, 88.0],
    "OV1": [86.0, 86.5, 86.0, 82.0, 87.0, 84.0],
    "N1": [79.0, 80.0, 79.5, 72.0, 81.0, 77.5],  # mean of 0-10, times ten
}


def target(code, wave):
    return _TARGETS[code][WAVES.index(wave)]


def text(code, wave):
    """What the form of that wave asked."""
    if wave in FIRST and code in REWORDED:
        return REWORDED[code]
    rows = [(item[0], item[1]) for item in SCORED] + [OVERALL, NPS] + TEXTS
    return dict(rows)[code]


CODES = [item[0] for item in SCORED] + [OVERALL[0], NPS[0]] + [code for code, _ in TEXTS]
