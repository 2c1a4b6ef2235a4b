"""Writes the files of the sample company. See README.md."""

import csv
import datetime as dt
import pathlib
import random
import zipfile

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

import answers
from people import CUSTOMERS, NEVER
from questionnaire import (
    CODES, DIMENSIONS, FIRST, LABELS, NPS, OVERALL, SCORED, SECOND, TEXTS, WAVES, text,
)

SEED = 20260708
HERE = pathlib.Path(__file__).parent
STAMP = (2026, 7, 8, 9, 0, 0)  # inside every archive, so that the same run gives the same bytes
# First day of asking in each wave.
BEGIN = dict(zip(WAVES, [dt.date(2023, 11, 20), dt.date(2024, 5, 20), dt.date(2024, 11, 18), dt.date(2025, 5, 19), dt.date(2025, 11, 17), dt.date(2026, 5, 18)]))
# How many of the last wave answered on the platform; the others by phone or on paper.
ONLINE = 17


def main():
    waves = answers.make(SEED)
    rng = random.Random(SEED + 1)
    definition("definition_A2.xlsx", "A/2", FIRST, waves, rng)
    definition("definition_A3.xlsx", "A/3", SECOND, waves, rng)
    first, second, third, fourth, fifth, last = WAVES
    xls("客户回执_2023下半年.xls", plain(first, waves[first], rng))
    ods("回收汇总_2024上半年.ods", plain(second, waves[second], rng))
    xlsx("得分登记_2024下半年.xlsx", "得分", scores(third, waves[third], rng))
    with open(HERE / "问卷星_2025上半年.csv", "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(wenjuanxing(fourth, waves[fourth], rng))
    xlsx("问卷星_2025下半年.xlsx", "Sheet1", wenjuanxing(fifth, waves[fifth], rng))
    online, phone = waves[last][:ONLINE], waves[last][ONLINE:]
    xlsx("问卷星_2026上半年.xlsx", "Sheet1", wenjuanxing(last, online, rng))
    rows = plain(last, phone, rng)
    rows[3][3] = "6月19日下午"  # no date a machine can be sure of
    xlsx("电话与纸质_2026上半年.xlsx", "登记", rows)


# The tables: lists of rows, the first one the headings.


def plain(wave, returns, rng):
    """One row a return under the texts of the form, answers as labels."""
    head = ["客户编号", "客户名称", "填写人", "填写日期", "渠道"] + [text(code, wave) for code in CODES]
    rows = [head]
    for r in returns:
        channel = rng.choice(["电话回访", "纸质"])
        rows.append([r.code, r.name, r.respondent, str(day(wave, rng)), channel] + [label(r, code) for code in CODES])
    return rows


def scores(wave, returns, rng):
    """One row a return under the codes of the items, answers as scores."""
    rows = [["客户", "填写人", "日期", "渠道"] + CODES]
    for r in returns:
        rows.append([r.code, r.respondent, str(day(wave, rng)), "Excel 表"] + [r.raw.get(code, r.answers[code]) for code in CODES])
    return rows


def wenjuanxing(wave, returns, rng):
    """The text export of the platform."""
    head = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "总分"]
    asked = ["贵公司名称", "填写人"] + [text(code, wave) for code in CODES]
    rows = [head + [f"{at}、{question}" for at, question in enumerate(asked, 1)]]
    for at, r in enumerate(returns, 1):
        when = dt.datetime.combine(day(wave, rng), dt.time(rng.randint(8, 17), rng.randint(0, 59), rng.randint(0, 59)))
        ip = f"203.0.113.{rng.randint(1, 254)}(江苏-苏州)"  # a block kept for documentation
        total = sum(r.answers[item[0]] or 0 for item in SCORED)
        source = rng.choice([("微信", "N/A"), ("链接", "直接访问")])
        row = [at, f"{when:%Y/%m/%d %H:%M:%S}", f"{rng.randint(95, 480)}秒", *source, ip, total, r.name, r.respondent]
        rows.append(row + [platform_text(r, code) for code in CODES])
    return rows


def label(r, code):
    if code in r.raw:
        return r.raw[code]
    rating = code not in (NPS[0], *(code for code, _ in TEXTS))
    return LABELS[r.answers[code]] if rating else r.answers[code]


def platform_text(r, code):
    """An empty answer says (空); the question about prices is shown only to those who are
    not content with them."""
    if code == TEXTS[0][0] and not r.answers[code] and (r.answers["PR1"] or 0) > 3:
        return "(跳过)"
    shown = label(r, code)
    return "(空)" if shown == "" else shown


def day(wave, rng):
    return BEGIN[wave] + dt.timedelta(days=rng.randint(3, 24))


# The definition workbooks.


def definition(name, revision, asked, waves, rng):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet(book, "调查", [["键", "值"], *survey(revision)])
    sheet(book, "维度", [["编号", "名称", "上级", "权重"], *([code, name_, None, weight] for code, name_, weight in DIMENSIONS)])
    sheet(book, "题项", [["编号", "题目", "维度", "类型", "量表", "计分", "权重", "必答", "别名"], *items(asked[0])])
    sheet(book, "量表", [["量表", "选项", "分值", "满意", "别名"], *scale()])
    customers = ([*row[:3], "是" if row[3] else "否", *row[4:]] for row in CUSTOMERS)
    sheet(book, "客户", [["编号", "名称", "营业额", "重点", "区域", "行业"], *customers])
    sheet(book, "名单", [["批次", "客户", "发放日期", "渠道"], *(row for wave in asked for row in frame(wave, waves[wave], rng))])
    save(book, name)


def survey(revision):
    return [
        ["名称", "客户满意度调查表"], ["周期", "half"], ["目标", 85], ["target_rule", ">="],
        ["normalisation", "max"], ["index", "dimension"], ["na", "exclude"], ["min_answered", 0.5], ["weights", "equal"],
        ["bands", "90 很满意; 80 满意; 70 基本满意; 60 不太满意; 0 很不满意"],
        ["文件编号", "QR-8.2-03"], ["版次", revision],
    ]


def items(wave):
    for code, _, dimension, weight in SCORED:
        yield [code, text(code, wave), dimension, "rating", "五级", "是", weight, "是", None]
    yield [OVERALL[0], OVERALL[1], None, "rating", "五级", "否", None, "否", "总体满意度"]
    yield [NPS[0], NPS[1], None, "nps", None, "否", None, "否", "推荐意愿"]
    yield [TEXTS[0][0], TEXTS[0][1], "PR", "text", None, "否", None, "否", None]
    yield [TEXTS[1][0], TEXTS[1][1], None, "text", None, "否", None, "否", "意见与建议"]


def scale():
    aliases = {5: "非常满意", 4: "比较满意", 3: "尚可", 2: "较不满意", None: "不适用; N/A"}
    for score, label_ in LABELS.items():
        yield ["五级", label_, score, "是" if score in (4, 5) else "否", aliases.get(score)]


def frame(wave, returns, rng):
    """Who was chosen. Two of those who usually answer were left out: at first not chosen,
    later chosen but without an order to ask about, so that no form was issued."""
    answered = {r.code for r in returns}
    left_out = [row[0] for row in CUSTOMERS if row[0] not in answered | NEVER][-2:]
    for row in CUSTOMERS:
        unasked = row[0] in left_out
        if unasked and wave in WAVES[:2]:
            continue
        usual = "问卷星" if wave in WAVES[3:] else "Excel 表"
        channel = rng.choice(["电话回访", "Excel 表"]) if row[0] in NEVER else usual
        yield [wave, row[0], None if unasked else BEGIN[wave], channel]


# The formats.


def xlsx(name, title, rows):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet(book, title, rows)
    save(book, name)


def sheet(book, title, rows):
    made = book.create_sheet(title)
    for row in rows:
        made.append(list(row))
    for at, cells in enumerate(zip(*rows), 1):
        width = max(len(str(cell or "")) for cell in cells)
        made.column_dimensions[openpyxl.utils.get_column_letter(at)].width = min(8 + 1.6 * width, 40)
    for cell in made[1]:
        cell.font = openpyxl.styles.Font(bold=True)
    made.freeze_panes = "A2"


def save(book, name):
    book.properties.creator = "Manyi sample"
    book.properties.created = book.properties.modified = dt.datetime(*STAMP)
    book.save(HERE / name)
    restamp(HERE / name)


def xls(name, rows):
    book = xlwt.Workbook(encoding="utf-8")
    made = book.add_sheet("回执")
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            made.write(y, x, cell)
    book.save(str(HERE / name))


def ods(name, rows):
    book = OpenDocumentSpreadsheet()
    table = Table(name="汇总")
    for row in rows:
        line = TableRow()
        for cell in row:
            number = isinstance(cell, (int, float))
            made = TableCell(valuetype="float", value=cell) if number else TableCell(valuetype="string")
            made.addElement(P(text=str(cell)))
            line.addElement(made)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(HERE / name))
    restamp(HERE / name)


def restamp(path):
    """Packs the archive again with fixed times."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, info.compress_type, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for part, kind, content in parts:
            if part == "docProps/core.xml":  # openpyxl stamps the hour of saving over ours
                begin, end = content.index(b"<dcterms:modified"), content.index(b"</dcterms:modified>")
                content = content[: content.index(b">", begin) + 1] + b"2026-07-08T09:00:00Z" + content[end:]
            info = zipfile.ZipInfo(part, STAMP)
            info.compress_type = kind
            archive.writestr(info, content)


if __name__ == "__main__":
    main()
