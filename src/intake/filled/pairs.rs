//! Labels and what they say, beside each other in one cell: `客户名称：X　日期：Y`.

use super::question::before_colon;

/// Characters of a label at most.
const LONGEST: usize = 20;
/// What is drawn to be written on, and stands around a value then.
const LINE: char = '_';

/// The labels of a text with what each says; a text without a colon is a label alone. `known`
/// says of a text that it is a label: others are some where more than a space stands before them.
pub(super) fn said(text: &str, known: impl Fn(&str) -> bool) -> Vec<(&str, &str)> {
    let Some((mut label, mut rest)) = before_colon(text) else {
        return vec![(text, "")];
    };
    let behind = label_at(label, &known).filter(|_| !known(label));
    if let Some(at) = behind {
        label = label.get(at..).unwrap_or(label);
    }
    let mut said = Vec::new();
    let mut from = 0;
    while let Some((before, behind)) = rest.get(from..).and_then(before_colon) {
        let colon = from + before.len();
        let value = rest.get(..colon).unwrap_or_default();
        match label_at(value, &known).filter(|_| !behind.starts_with("//")) {
            Some(at) => {
                said.push((label, bare(value.get(..at).unwrap_or_default())));
                label = value.get(at..).unwrap_or_default();
                rest = behind;
                from = 0;
            }
            None => from = rest.len() - behind.len(),
        }
    }
    said.push((label, bare(rest)));
    said
}

/// Where the label that ends a text begins, if one does: behind a gap, or behind a single space
/// where it is known.
fn label_at(text: &str, known: impl Fn(&str) -> bool) -> Option<usize> {
    let text = text.trim_end();
    let is_gap = |c: char| c == LINE || (c.is_whitespace() && c != ' ') || ";；|".contains(c);
    let behind = |at: usize| {
        at + text
            .get(at..)
            .and_then(|it| it.chars().next())
            .map_or(0, char::len_utf8)
    };
    let gap = text.rfind(is_gap).map(behind);
    let wide = text.rfind("  ").map(|at| at + 2);
    let spaces = text.match_indices(' ').map(|(at, _)| at + 1);
    let mut single = spaces.filter(|at| {
        let label = text.get(*at..).unwrap_or_default();
        !label.starts_with(' ') && known(label)
    });
    let at = single.next().or(gap.max(wide))?;
    let label = text.get(at..)?.trim();
    let letters = label.chars().filter(|c| c.is_alphabetic()).count();
    (letters > 1 && label.chars().count() <= LONGEST).then_some(at)
}

/// A value without the line it is written on.
fn bare(value: &str) -> &str {
    value.trim_matches(|c: char| c == LINE || c.is_whitespace() || ";；|，,".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LABELS: [&str; 7] = [
        "客户名称",
        "填写日期",
        "填写人",
        "Filled in by",
        "渠道",
        "Date",
        "Customer name",
    ];

    fn known(text: &str) -> bool {
        LABELS.contains(&text.trim()) || text.trim() == "日期"
    }

    #[test]
    fn labels_beside_each_other_have_a_value_each() {
        for (text, pairs) in [
            ("客户名称", vec![("客户名称", "")]),
            ("客户名称：甲公司", vec![("客户名称", "甲公司")]),
            (
                "客户名称：甲公司    填写日期：2026年5月11日",
                vec![("客户名称", "甲公司"), ("填写日期", "2026年5月11日")],
            ),
            (
                "客户名称：甲公司　日期:2026-05-11 8:30",
                vec![("客户名称", "甲公司"), ("日期", "2026-05-11 8:30")],
            ),
            (
                "单位：____甲公司____联系电话：____123____日期：____",
                vec![("单位", "甲公司"), ("联系电话", "123"), ("日期", "")],
            ),
            (
                "Customer: A & B Co., Ltd.   Date: 2026-05-11",
                vec![("Customer", "A & B Co., Ltd."), ("Date", "2026-05-11")],
            ),
            (
                "Company: http://a.cn/x 日期：2026-05-11",
                vec![("Company", "http://a.cn/x"), ("日期", "2026-05-11")],
            ),
        ] {
            assert_eq!(said(text, known), pairs, "{text}");
        }
    }

    #[test]
    fn any_labels_and_values_are_found_again() {
        let values = [
            "甲 公司",
            "2026年5月11日",
            "2026/5/11 09:30",
            "A & B Co., Ltd.",
            "138",
            "",
        ];
        let gaps = [" ", "    ", "　", "\t", "\n", "__", "；"];
        let mut random = fastrand::Rng::with_seed(3);
        for _ in 0..500 {
            let pairs: Vec<(&str, &str)> = (0..random.usize(1..5))
                .map(|_| {
                    (
                        LABELS[random.usize(0..LABELS.len())],
                        values[random.usize(0..values.len())],
                    )
                })
                .collect();
            let gap = gaps[random.usize(0..gaps.len())];
            let colon = if random.bool() { "：" } else { ":" };
            let texts = pairs
                .iter()
                .map(|(label, value)| format!("{label}{colon}{value}"));
            let text = texts.collect::<Vec<_>>().join(gap);
            let found: Vec<(&str, &str)> = said(&text, known)
                .into_iter()
                .map(|(label, value)| (label.trim(), value))
                .collect();
            assert_eq!(found, pairs, "{text}");
        }
    }
}
