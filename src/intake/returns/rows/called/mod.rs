//! What a row of figures is called: a text made of nothing but the words for such rows.
//!
//! Whole words only: 目标 and 目标值 are no customer, 目标科技 is one. In English a firm or a person
//! may be called so too (Target, Max), and so such a word alone proves nothing.

mod english;

use self::english::english;
use crate::intake::normal::folded;

/// What stands in a row so called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// Figures reckoned from the returns.
    Sum,
    /// What is held against the returns: targets, weights, full marks, examples, other periods.
    Yardstick,
}

/// What a text calls its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub called: Called,
    /// Nobody has that name.
    pub sure: bool,
    /// It is a person's first name as well.
    pub given: bool,
    /// It shows how to fill in a row: whoever is named beside it is made up.
    pub example: bool,
    /// It says how many returns there are.
    pub count: bool,
}

const SUMS: [&str; 47] = [
    "gesamtdurchschnitt",
    "durchschnittswert",
    "durchschnittlich",
    "durchschnitt",
    "mittelwert",
    "standardabweichung",
    "gesamtsumme",
    "moyennegénérale",
    "moyenne",
    "écart-type",
    "médiane",
    "promedio",
    "mediana",
    "平均得分",
    "ø",
    "∅",
    "⌀",
    "x̄",
    "最多选项",
    "标准偏差",
    "平均分",
    "平均值",
    "得分率",
    "满意率",
    "标准差",
    "最高分",
    "最低分",
    "最高值",
    "最低值",
    "最大值",
    "最小值",
    "中位数",
    "中位值",
    "综合评价",
    "综合得分",
    "合计",
    "总计",
    "小计",
    "共计",
    "汇总",
    "平均",
    "均值",
    "总分",
    "方差",
    "极差",
    "众数",
    "总评",
];
/// Those that say how many returns there are.
const COUNTS: [&str; 11] = [
    "样本量",
    "样本数",
    "样本容量",
    "样本",
    "人数",
    "份数",
    "有效数",
    "回收数",
    "答卷数",
    "问卷数",
    "答题数",
];
const EXTREMES: [&str; 4] = ["最高", "最低", "最大", "最小"];
const YARDSTICKS: [&str; 24] = [
    "去年同期",
    "目标值",
    "目标分",
    "填写示例",
    "上年度",
    "标准分",
    "基准值",
    "目标",
    "满分",
    "权重",
    "权数",
    "示例",
    "样例",
    "范例",
    "上期",
    "上次",
    "上年",
    "去年",
    "同期",
    "前期",
    "同比",
    "环比",
    "排名",
    "名次",
];
/// What says more of either, and nothing alone.
const AROUND: [&str; 26] = [
    "满意度",
    "得分",
    "分值",
    "分数",
    "各项",
    "各题",
    "每题",
    "总体",
    "整体",
    "综合",
    "本期",
    "客户",
    "顾客",
    "项目",
    "指标",
    "结果",
    "情况",
    "有效",
    "回收",
    "答卷",
    "问卷",
    "分",
    "值",
    "份",
    "人",
    "的",
];
const EXAMPLES: [&str; 16] = [
    "填写示例",
    "示例",
    "样例",
    "范例",
    "举例",
    "例如",
    "示范",
    "填写范例",
    "填写样例",
    "填表示例",
    "参考示例",
    "例",
    "example",
    "forexample",
    "e.g",
    "eg",
];
/// What an example is called behind the word for it.
const SOMEBODY: [&str; 6] = ["公司", "客户", "企业", "单位", "company", "customer"];
const HALVES: [&str; 15] = [
    "上半年",
    "下半年",
    "第一季度",
    "第二季度",
    "第三季度",
    "第四季度",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "h1",
    "h2",
    "q1",
    "q2",
    "q3",
];
/// Longer texts are no name of a row.
const LONGEST: usize = 200;

/// What a text calls its row; `None` where it holds anything else than such words.
pub(super) fn called(text: &str) -> Option<Name> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = folded(text);
    let sure = |called| Name {
        called,
        sure: true,
        given: false,
        example: false,
        count: COUNTS.iter().any(|it| folded.contains(it)) || is_size(&folded),
    };
    match is_example(&folded) {
        true => Some(Name {
            example: true,
            ..sure(Called::Yardstick)
        }),
        false if is_size(&folded) => Some(sure(Called::Sum)),
        false => of_words(&folded).map(sure).or_else(|| english(text)),
    }
}

/// How many there are, as tables write it: `n=22`.
fn is_size(folded: &str) -> bool {
    let digits = folded.strip_prefix('n').and_then(|it| {
        let rest = it.trim_start_matches(['=', ':']);
        (rest.len() < it.len()).then_some(rest)
    });
    digits.is_some_and(|it| !it.is_empty() && figure(it) == it.len())
}

/// Bytes of a figure in front: `3.5`, `90%`.
fn figure(text: &str) -> usize {
    match text.starts_with(|c: char| c.is_ascii_digit()) {
        true => {
            let inner = |c: char| c.is_ascii_digit() || matches!(c, '.' | '%');
            text.find(|c| !inner(c)).unwrap_or(text.len())
        }
        false => 0,
    }
}

/// An example begins with the word for it, and something else than a name's next letter.
fn is_example(folded: &str) -> bool {
    let opening = ['(', '[', '【', '<'];
    let inner = folded.trim_start_matches(opening);
    let bracketed = inner.len() < folded.len();
    EXAMPLES.iter().any(|word| {
        let Some(rest) = inner.strip_prefix(word) else {
            return false;
        };
        let rest = match *word {
            "e.g" => rest.trim_start_matches('.'),
            _ => rest,
        };
        let marked = rest.starts_with([':', ')', ']', '】', '>', '(']);
        let long = word.chars().count() > 1;
        let counted = !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_digit());
        match () {
            () if rest.is_empty() => word.is_ascii() != bracketed || !word.is_ascii(),
            () if marked || counted => true,
            () if *word == "eg" => false,
            () if *word == "e.g" => true,
            () => long && (rest.starts_with(['-', ',', '、']) || SOMEBODY.contains(&rest)),
        }
    })
}

/// A text of words without gaps between them.
fn of_words(folded: &str) -> Option<Called> {
    let mut rest = folded;
    let (mut sum, mut yardstick) = (false, false);
    while !rest.is_empty() {
        let longest = |words: &[&str]| {
            let found = words.iter().filter(|word| rest.starts_with(**word));
            found.map(|word| word.len()).max().unwrap_or(0)
        };
        let ways = [
            longest(&SUMS).max(longest(&COUNTS)).max(longest(&EXTREMES)),
            longest(&YARDSTICKS).max(period(rest)),
            longest(&AROUND),
            // The figure itself may stand beside what it is called.
            mark(rest).max(match sum || yardstick {
                true => figure(rest),
                false => 0,
            }),
        ];
        let most = ways.into_iter().max().filter(|it| *it > 0)?;
        sum |= ways[0] == most;
        yardstick |= ways[0] < most && ways[1] == most;
        rest = rest.get(most..)?;
    }
    match (sum, yardstick) {
        (true, _) => Some(Called::Sum),
        (_, true) => Some(Called::Yardstick),
        (false, false) => None,
    }
}

/// Bytes of a mark between words.
fn mark(text: &str) -> usize {
    let marks = [':', '.', '(', ')', '/', '-', '、', ',', '%', '*'];
    let first = text.chars().next().filter(|c| marks.contains(c));
    first.map_or(0, char::len_utf8)
}

/// Bytes of a period in front: `2025下半年`, `2025年度`, `2025h2`, `上半年`. A bare number is none.
fn period(text: &str) -> usize {
    let half = |text: &str| {
        let found = HALVES
            .iter()
            .chain(&["q4"])
            .filter(|it| text.starts_with(**it));
        found.map(|it| it.len()).max().unwrap_or(0)
    };
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    if digits != 4 || !(text.starts_with("19") || text.starts_with("20")) {
        return match text.starts_with(|c: char| c.is_ascii()) {
            true => 0,
            false => half(text),
        };
    }
    let rest = text.get(4..).unwrap_or_default();
    let year = ["年度", "年", "-", "_", "/"];
    let year = year
        .iter()
        .find(|it| rest.starts_with(**it))
        .copied()
        .unwrap_or("");
    let part = half(rest.get(year.len()..).unwrap_or_default());
    match part > 0 || year.starts_with('年') {
        true => 4 + year.len() + part,
        false => 0,
    }
}

#[cfg(test)]
mod tests;
