//! What must hold of every distribution.

use super::*;
use crate::chart::{Area, Mark, Measure};

fn key(levels: usize) -> Vec<Choice> {
    let steps = crate::theme::Palette::diverging_steps(levels);
    let choice = |(at, step): (usize, usize)| Choice {
        label: format!("选项 {at}"),
        ink: Ink::Step(step),
        on: Ink::OnStep(step),
    };
    steps.into_iter().enumerate().map(choice).collect()
}

fn row(counts: &[usize], few: bool) -> Answers {
    Answers {
        of: Some(LineageId(1)),
        code: "PR1".to_owned(),
        text: "与同类供应商相比，我公司产品的价格".to_owned(),
        counts: counts.to_vec(),
        instead: "不显示".to_owned(),
        few,
        satisfied: "45.8%".to_owned(),
        score: "65.0".to_owned(),
    }
}

fn chart(levels: usize, rows: &[&[usize]]) -> Distribution {
    Distribution {
        item: "题目".to_owned(),
        satisfied: "满意率".to_owned(),
        score: "得分".to_owned(),
        key: key(levels),
        rows: rows.iter().map(|counts| row(counts, false)).collect(),
    }
}

/// The rectangles of a row, left to right.
fn boxes(chart: &Distribution, at: usize, cell: Area) -> Vec<Area> {
    let marks = chart.bar(&chart.rows[at], chart.reach(), cell, Measure::shared());
    let areas = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, .. } => Some(*area),
        _ => None,
    });
    areas.collect()
}

const CELL: Area = Area::new(100.0, 0.0, 700.0, 36.0);

#[test]
fn bars_centre_on_the_neutral_option_and_fill_the_track() {
    let chart = chart(5, &[&[2, 4, 7, 8, 3], &[0, 0, 4, 10, 10]]);
    let center = chart.reach().center(CELL.left, CELL.right);
    for (at, neutral) in [(0, 2), (1, 0)] {
        let boxes = boxes(&chart, at, CELL);
        let middle = (boxes[neutral].left + boxes[neutral].right) / 2.0;
        assert!((middle - center).abs() < 1.0, "row {at}");
    }
    // The first row reaches furthest to the left, the second to the right.
    let first = boxes(&chart, 0, CELL)[0];
    assert!((first.left - CELL.left).abs() < 0.01, "{first:?}");
    let last = *boxes(&chart, 1, CELL).last().unwrap();
    assert!((last.right - CELL.right).abs() <= 1.5, "{last:?}");
}

#[test]
fn four_options_part_in_the_middle() {
    let chart = chart(4, &[&[1, 1, 1, 1]]);
    let center = chart.reach().center(CELL.left, CELL.right);
    let boxes = boxes(&chart, 0, CELL);
    assert!((boxes[2].left - center).abs() < 0.01);
}

#[test]
fn unused_options_stay_in_the_key_and_out_of_the_bar() {
    let chart = chart(5, &[&[0, 0, 4, 10, 10]]);
    assert_eq!(boxes(&chart, 0, CELL).len(), 3);
    let scene = chart.layout(900.0, Measure::shared());
    let labels = scene.texts().filter(|text| text.text.starts_with("选项"));
    assert_eq!(labels.count(), 5);
}

#[test]
fn fewer_than_five_answers_are_one_hollow_dot_each() {
    let mut chart = chart(5, &[&[1, 0, 1, 2, 0], &[2, 4, 7, 8, 3]]);
    chart.rows[0].few = true;
    let marks = chart.bar(&chart.rows[0], chart.reach(), CELL, Measure::shared());
    let hollow = |mark: &&Mark| {
        matches!(
            mark,
            Mark::Circle {
                fill: Ink::Surface,
                stroke: Some(_),
                ..
            }
        )
    };
    assert_eq!(marks.iter().filter(hollow).count(), 4);
    assert!(!marks.iter().any(|mark| matches!(mark, Mark::Rect { .. })));
}

#[test]
fn nothing_answered_and_narrow_widths_are_drawn_too() {
    let chart = chart(11, &[&[0; 11], &[1; 11]]);
    for width in [120.0, 400.0, 1600.0] {
        let scene = chart.layout(width, Measure::shared());
        assert!(scene.size.height > 0.0);
        for text in scene.texts() {
            assert!(text.at.x.is_finite() && text.at.y.is_finite());
        }
    }
}

#[test]
fn counts_are_left_out_where_they_do_not_fit() {
    let chart = chart(5, &[&[1, 0, 0, 0, 999]]);
    let marks = chart.bar(&chart.rows[0], chart.reach(), CELL, Measure::shared());
    let texts: Vec<&str> = marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["999"]);
}

#[test]
fn plain_bars_begin_at_nothing_and_keep_what_is_not_counted_apart() {
    let bar = |label: &str, count: usize, apart: bool| Bar {
        label: label.to_owned(),
        count,
        share: "12.5%".to_owned(),
        ink: Ink::Step(3),
        apart,
    };
    let bars = Bars {
        bars: vec![
            bar("很满意", 8, false),
            bar("一般", 4, false),
            bar("不清楚", 0, true),
        ],
        few: false,
    };
    let scene = bars.layout(320.0, Measure::shared());
    let widths: Vec<f32> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Rect { area, .. } => Some(area.width()),
            _ => None,
        })
        .collect();
    assert!((widths[0] - 2.0 * widths[1]).abs() < 0.01);
    assert_eq!(widths[2], 0.0);
}

#[test]
fn a_row_whose_counts_are_hidden_shows_none_and_says_so() {
    let mut chart = chart(5, &[&[2, 4, 7, 8, 3], &[]]);
    chart.rows[1].few = true;
    assert!(boxes(&chart, 1, CELL).is_empty());
    let drawn = chart.bar(&chart.rows[1], chart.reach(), CELL, Measure::shared());
    let said = drawn.iter().any(|mark| match mark {
        Mark::Text(text) => text.text == chart.rows[1].instead,
        Mark::Circle { .. } => panic!("a dot a customer"),
        _ => false,
    });
    assert!(said);
    assert_eq!(chart.said(&chart.rows[1]), chart.rows[1].instead);
}
