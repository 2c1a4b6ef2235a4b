//! What must hold of every score table.

use super::*;
use crate::chart::{Anchor, Area, Mark, Measure, Text};

fn row(depth: usize, code: &str, name: &str, score: f64) -> Row {
    Row {
        subject: Subject::Index,
        depth,
        code: code.to_owned(),
        name: name.to_owned(),
        weight: "40%".to_owned(),
        score: format!("{score:.1}"),
        dots: Dots {
            score: Some(score),
            low: Some(score - 4.0),
            high: Some(score + 4.0),
            previous: Some(score + 2.0),
            each: Vec::new(),
        },
        interval: "60.6–69.4".to_owned(),
        satisfied: "45.8%".to_owned(),
        change: "−8.1".to_owned(),
        verdict: "低于".to_owned(),
        verdict_ink: Ink::Text,
        below: true,
    }
}

fn table() -> Scores {
    Scores {
        heads: Heads {
            name: "维度".to_owned(),
            weight: "权重".to_owned(),
            score: "得分".to_owned(),
            interval: "95% 区间".to_owned(),
            satisfied: "满意率".to_owned(),
            change: "较上期".to_owned(),
            target: "对目标".to_owned(),
        },
        axis: Axis::of_dots([61.0, 90.0]),
        target: 85.0,
        rows: vec![
            row(0, "", "产品质量", 87.5),
            row(0, "", "价格", 73.0),
            row(
                1,
                "PR1",
                "与同类供应商相比，我公司产品的价格和服务是否合理",
                65.0,
            ),
            row(1, "PR10", "报价", 77.5),
        ],
        key: Key {
            now: "本期".to_owned(),
            previous: "上期".to_owned(),
            interval: "95% 区间".to_owned(),
            target: "目标 ≥ 85".to_owned(),
            each: String::new(),
        },
        notes: vec!["横轴从 60 起。".to_owned()],
    }
}

fn area(text: &Text) -> Area {
    let measure = Measure::shared();
    let width = measure.width(&text.text, text.size, text.bold);
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    let top = text.at.y - measure.cap_height(text.size);
    Area::new(left, top, left + width, text.at.y)
}

#[test]
fn columns_never_run_into_each_other() {
    let table = table();
    for width in [1060.0, 760.0, 640.0] {
        let scene = table.layout(width, Measure::shared());
        let texts: Vec<&Text> = scene.texts().collect();
        for (at, text) in texts.iter().enumerate() {
            let own = area(text);
            assert!(
                own.left >= -0.6 && own.right <= width + 0.6,
                "{:?}",
                text.text
            );
            for other in &texts[at + 1..] {
                let overlap = own.overlap(&area(other));
                assert!(
                    overlap < 1.0,
                    "{:?} on {:?} at {width}",
                    text.text,
                    other.text
                );
            }
        }
    }
}

#[test]
fn all_rows_share_one_target_line() {
    let scene = table().layout(900.0, Measure::shared());
    let lines: Vec<(f32, f32, f32)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Line { from, to, stroke } if stroke.ink == Ink::Target => {
                Some((from.x, from.y, to.y))
            }
            _ => None,
        })
        .collect();
    let rows = &lines[..4];
    assert!(
        rows.windows(2)
            .all(|pair| pair[0].0 == pair[1].0 && pair[0].2 == pair[1].1)
    );
}

#[test]
fn the_head_names_the_target_and_leaves_out_what_would_touch_it() {
    let scene = table().layout(640.0, Measure::shared());
    let bold: Vec<&str> = scene
        .texts()
        .filter(|text| text.bold && text.anchor == Anchor::Middle)
        .map(|text| text.text.as_str())
        .collect();
    assert_eq!(bold, ["85"]);
}

#[test]
fn a_gauge_keeps_its_words_inside() {
    for target in [60.0, 85.0, 100.0] {
        let gauge = Gauge {
            axis: Axis::of_dots([84.0, target]),
            target: Some((target, format!("目标 {target}"))),
            reference: Some(70.0),
            dots: Dots {
                each: vec![80.0, 80.0, 100.0],
                ..Dots::default()
            },
        };
        let scene = gauge.layout(300.0, Measure::shared());
        for text in scene.texts() {
            let own = area(text);
            assert!(
                own.left >= 0.0 && own.right <= 300.5,
                "{:?}: {own:?}",
                text.text
            );
        }
    }
}
