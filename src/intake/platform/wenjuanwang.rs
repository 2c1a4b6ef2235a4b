//! 问卷网.
//!
//! Its exports are three files: the returns in words, the same in numbers under names of its own
//! (`start`, `finish`, `Q1`, `Q2_A1`, `Q3_R1`), and the list of what those stand for.

use super::kind::{Marks, Platform};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::normal::folded;
use crate::model::Target;

/// Its exports of readable data: a number first, then times; lines of a grid stand behind their
/// question and `_`.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &["答题序号", "开始时间", "结束时间", "提交时间", "答题时长"],
        enough: 3,
        ..Marks::NONE
    },
    fields: &[("结束时间", Target::Date), ("答题时长", Target::Duration)],
    ..Platform::new("wenjuanwang", "问卷网")
};

/// The file that holds the returns in words.
pub(in crate::intake) const READABLE: &str = "All_Data_Readable.csv";
/// What its list of numbers calls kinds of questions.
const KINDS: [&str; 7] = [
    "单选题",
    "多选题",
    "填空题",
    "排序题",
    "矩阵单选题",
    "矩阵多选题",
    "打分题",
];

/// Whether a sheet is one of the two that hold numbers: names of questions and the time in its
/// first row, or a question with its kind.
pub(in crate::intake) fn is_numbered(grid: &Grid) -> bool {
    let text = |row: u32, column: u32| match grid.cell(row, column) {
        Cell::Text(text) => folded(text),
        _ => String::new(),
    };
    let titles = || (0..grid.width()).map(|column| text(0, column));
    let all = titles().filter(|it| !it.is_empty()).count();
    let questions = titles().filter(|it| is_name(it)).count();
    let timed = ["start", "finish"].map(|name| titles().any(|it| it == name));
    if timed == [true; 2] {
        return questions > 0 && questions * 2 >= all;
    }
    grid.width() == 3 && is_name(&text(0, 0)) && KINDS.contains(&text(0, 2).as_str())
}

/// `q1`, `q2_a1`, `q3_r1`, `q2_a1_open`.
fn is_name(title: &str) -> bool {
    let number = title.strip_prefix('q').unwrap_or_default();
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < number.len() && (rest.is_empty() || rest.starts_with('_'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::budget::Budget;
    use crate::intake::grid::{GridBuilder, Value};

    fn is_so(rows: &[&[&str]]) -> bool {
        let mut builder = GridBuilder::new(&Budget::default());
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                builder.put(row, column, Value::Text(text)).unwrap();
            }
        }
        is_numbered(&builder.finish())
    }

    #[test]
    fn numbers_and_their_list_are_known_from_what_holds_words() {
        let numbers = ["seq", "start", "finish", "Q1", "Q2_A1", "Q2_A2", "Q3_R1"];
        assert!(is_so(&[
            &numbers,
            &["1", "2026", "2026", "1", "0", "1", "2"]
        ]));
        assert!(is_so(&[
            &["Q1", "产品质量", "单选题"],
            &["", "1", "很满意"]
        ]));
        for other in [
            &["答题序号", "开始时间", "结束时间", "答题时长", "产品质量"][..],
            &["客户", "Q1", "Q2", "Q3"],
            &["start", "end", "Q1", "_id", "_uuid"],
            &["Q1", "Q2", "Q3"],
            &["start", "finish", "客户", "质量", "交期"],
        ] {
            assert!(!is_so(&[other, &["1", "2", "3", "4", "5"]]), "{other:?}");
        }
    }
}
