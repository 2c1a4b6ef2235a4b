"""Who answers what in which wave. Nothing here knows a file format."""

import random
from dataclasses import dataclass, field

from people import COMMENTS, CUSTOMERS, LAST_COMMENTS, NEVER, RESPONDENTS, UNHAPPY
from questionnaire import CODES, NPS, OVERALL, SCORED, WAVES, target

LAST = WAVES[-1]
# Whose return of the last wave is hardly filled in; the sample's story makes it void.
VOID = "C021"
# Distinct customers who answer.
RETURNED = dict(zip(WAVES, [18, 19, 21, 22, 23, 22]))


@dataclass
class Return:
    """One filled-in questionnaire. Ratings are 5..1, None for 不清楚; raw text where the
    customer wrote something else."""

    code: str
    name: str
    respondent: str
    answers: dict = field(default_factory=dict)
    raw: dict = field(default_factory=dict)


def make(seed):
    """The returns of every wave, by wave."""
    rng = random.Random(seed)
    mood = {row[0]: rng.gauss(0, 1) for row in CUSTOMERS}
    for code in UNHAPPY:
        mood[code] -= 0.3
    respondent = {row[0]: rng.choice(RESPONDENTS) + rng.choice(["工", "经理", "主管", "小姐", "先生"]) for row in CUSTOMERS}
    waves = {}
    for wave in WAVES:
        who = choose(rng, wave)
        returns = [Return(row[0], row[1], respondent[row[0]]) for row in CUSTOMERS if row[0] in who]
        fill(rng, wave, returns, mood)
        comment(wave, returns)
        waves[wave] = returns
    leave_out(rng, waves)
    trouble(rng, waves[LAST])
    return waves


def choose(rng, wave):
    """The biggest answer nearly always; five never do."""
    absent = NEVER | {VOID} if wave == LAST else NEVER
    rows = [row for row in CUSTOMERS if row[0] not in absent]
    must = set(UNHAPPY) | set(LAST_COMMENTS) if wave == LAST else {"C001", "C003", "C007"} | set(COMMENTS[wave])
    rest = [row for row in rows if row[0] not in must]
    keys = {row[0]: rng.random() ** (1 / row[2]) for row in rest}
    rest.sort(key=lambda row: keys[row[0]], reverse=True)
    return must | {row[0] for row in rest[: RETURNED[wave] - len(must)]}


def fill(rng, wave, returns, mood):
    today = {r.code: mood[r.code] + rng.gauss(0, 0.5) for r in returns}
    topics = {}
    for item in SCORED:
        topic = topics.setdefault(item[2], {r.code: rng.gauss(0, 0.6) for r in returns})
        feel = {r.code: today[r.code] + topic[r.code] + rng.gauss(0, 0.5) for r in returns}
        spread(returns, item[0], feel, target(item[0], wave) / 20, 0.72, range(1, 6))
    spread(returns, OVERALL[0], today, target(OVERALL[0], wave) / 20, 0.65, range(1, 6))
    spread(returns, NPS[0], today, target(NPS[0], wave) / 10, 1.6, range(0, 11))
    if wave == LAST:
        price(returns)


def spread(returns, code, feel, mean, sd, allowed):
    """Answers in the order of `feel` whose mean is as near `mean` as whole answers allow."""
    wanted = round(mean * len(returns))
    low, high = -20.0, 30.0
    for _ in range(60):
        shift = (low + high) / 2
        given = [clamp(shift + sd * feel[r.code], allowed) for r in returns]
        low, high = (shift, high) if sum(given) < wanted else (low, shift)
    for r, answer in zip(returns, [clamp(high + sd * feel[r.code], allowed) for r in returns]):
        r.answers[code] = answer


def clamp(value, allowed):
    return min(max(round(value), allowed[0]), allowed[-1])


def price(returns):
    """PR1 of the last wave: six low, seven in between, the others content."""
    for r in returns:
        if r.code in UNHAPPY:
            r.answers["PR1"] = UNHAPPY[r.code][0]
    others = sorted((r for r in returns if r.code not in UNHAPPY), key=lambda r: r.answers["PR1"])
    for at, r in enumerate(others):
        r.answers["PR1"] = 3 if at < 7 else 4 if at < len(others) - 3 else 5


def comment(wave, returns):
    for r in returns:
        about_price, other = "", COMMENTS.get(wave, {}).get(r.code, "")
        if wave == LAST:
            about_price, other = LAST_COMMENTS.get(r.code, ("", ""))
            about_price = UNHAPPY[r.code][1] if r.code in UNHAPPY else about_price
        r.answers["TX1"], r.answers["TX2"] = about_price, other


def leave_out(rng, waves):
    """Some cannot judge how hazardous substances are managed."""
    for returns in waves.values():
        for r in rng.sample(returns, 2):
            r.answers[rng.choice(["HS1", "HS2"])] = None


def trouble(rng, returns):
    """What the review list of the last wave is for."""
    by_code = {r.code: r for r in returns}
    by_code["C015"].raw["QU3"] = "还可以"
    by_code["C024"].raw["CO2"] = "满意或一般"
    by_code["C006"].raw["N1"] = "11"
    by_code["C012"].raw["CO3"] = ""
    # A customer nobody knows: the trading name, not the one in the register.
    stranger = Return("", "深圳市矽桁贸易（代采购）", "何小姐", {code: 4 for code in CODES})
    stranger.answers.update({"N1": 8, "TX1": "", "TX2": "", "PR1": 4, "DE1": 5})
    returns.append(stranger)
    # The same customer once more, by phone.
    again = Return("C003", by_code["C003"].name, "采购 " + rng.choice(RESPONDENTS) + "工", dict(by_code["C003"].answers))
    again.answers.update({"DE1": 4, "PR1": 4, "TX1": "", "TX2": "电话里补充：交期确实改善了。"})
    returns.append(again)
    hardly = Return(VOID, next(row[1] for row in CUSTOMERS if row[0] == VOID), "前台 陈小姐", dict.fromkeys(CODES))
    hardly.answers.update({"QU2": 4, "DE2": 4, "CO1": 5, "OV1": 4, "N1": 7, "TX1": "", "TX2": "刚接手，不太了解。"})
    returns.append(hardly)
