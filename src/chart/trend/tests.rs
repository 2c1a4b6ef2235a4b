//! What must hold of every trend, however crowded.

use super::*;
use crate::chart::{Anchor, Area, Mark, Measure, Scene, Size, Text};

fn times(count: usize) -> Vec<Time> {
    let first: Period = "2020H1".parse().unwrap();
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    (0..count)
        .zip(periods)
        .map(|(at, period)| Time {
            at: at as f64,
            period,
            name: format!("{} 上半年", period.year()),
            short: format!("{} 上", period.year()),
            now: at + 1 == count,
            typed: false,
        })
        .collect()
}

fn line(at: usize, values: &[f64]) -> Line {
    let dots = values.iter().enumerate().map(|(time, value)| Dot {
        at: time as f64,
        value: *value,
        low: (at == 0).then_some(value - 3.0),
        high: (at == 0).then_some(value + 3.0),
        n: 24,
        label: format!("{value:.1}"),
        joined: time > 0 && !(at == 1 && time == 2),
        typed: false,
    });
    Line {
        subject: Subject::Index,
        name: format!("维度 {at}"),
        ink: Ink::Series(at),
        main: at == 0,
        same: false,
        dots: dots.collect(),
        remark: if at == 0 {
            "80.0–86.0".to_owned()
        } else {
            String::new()
        },
    }
}

fn trend(lines: &[&[f64]]) -> Trend {
    let lines: Vec<Line> = lines
        .iter()
        .enumerate()
        .map(|(at, values)| line(at, values))
        .collect();
    let count = lines[0].dots.len();
    let dots = lines.iter().flat_map(|line| &line.dots);
    let values = dots.flat_map(|dot| [Some(dot.value), dot.low, dot.high]);
    Trend {
        title: String::new(),
        subtitle: String::new(),
        times: times(count),
        axis: Axis::window(
            values
                .flatten()
                .map(|value| value.clamp(0.0, 100.0))
                .chain([85.0]),
        ),
        target: vec![TargetLine {
            from: 0.0,
            to: count as f64 - 1.0,
            value: 85.0,
            label: "目标 ≥ 85".to_owned(),
        }],
        breaks: vec![Break {
            at: 1.5,
            label: "DE2 改写（A/3）".to_owned(),
        }],
        events: Vec::new(),
        values: true,
        notes: vec!["得分 0–100。".repeat(12)],
        lines,
    }
}

/// Where a text's letters are.
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

/// All that must hold of the scene of a trend.
fn check(chart: &Trend, size: Size) -> Scene {
    let scene = chart.layout(size, Measure::shared());
    let texts: Vec<&Text> = scene.texts().collect();
    let whole = Area::new(0.0, 0.0, size.width, size.height).grown(0.5);
    for (at, text) in texts.iter().enumerate() {
        let own = area(text);
        assert!(
            whole.holds(&own),
            "{:?} leaves {size:?}: {own:?}",
            text.text
        );
        for other in &texts[at + 1..] {
            // The main line's values are kept even where two of them meet.
            if text.bold && other.bold {
                continue;
            }
            let overlap = own.overlap(&area(other));
            assert!(
                overlap < 1.0,
                "{:?} lies on {:?} in {size:?}",
                text.text,
                other.text
            );
        }
    }
    scene
}

const STORY: [&[f64]; 3] = [
    &[85.0, 85.7, 85.6, 83.0, 86.1, 84.6],
    &[83.8, 84.6, 82.9, 74.2, 83.5, 85.8],
    &[82.6, 81.7, 80.4, 79.3, 78.2, 73.0],
];

#[test]
fn no_label_covers_another_or_leaves_the_chart() {
    for size in [(990.0, 400.0), (680.0, 320.0), (520.0, 300.0)] {
        check(&trend(&STORY), Size::new(size.0, size.1));
    }
}

#[test]
fn six_lines_that_end_close_together_are_moved_apart() {
    let close: Vec<Vec<f64>> = (0..6)
        .map(|line| {
            (0..6)
                .map(|time| 84.0 + f64::from(line * time % 5) / 4.0)
                .collect()
        })
        .collect();
    let lines: Vec<&[f64]> = close.iter().map(Vec::as_slice).collect();
    let scene = check(&trend(&lines), Size::new(900.0, 380.0));
    for at in 0..6 {
        let name = format!("维度 {at}: ");
        assert!(
            scene.texts().any(|text| text.text.starts_with(&name)),
            "{name}"
        );
    }
}

#[test]
fn every_value_of_the_main_line_is_written() {
    let scene = check(&trend(&STORY), Size::new(680.0, 320.0));
    for dot in &line(0, STORY[0]).dots[..5] {
        let written = |text: &Text| text.bold && text.text == dot.label;
        assert!(scene.texts().any(written), "{}", dot.label);
    }
}

#[test]
fn a_line_stops_where_the_wording_changed() {
    let scene = trend(&STORY).layout(Size::new(900.0, 400.0), Measure::shared());
    let runs = |ink: Ink| {
        let of = |mark: &&Mark| matches!(mark, Mark::Polyline { stroke, .. } if stroke.ink == ink);
        scene.marks.iter().filter(of).count()
    };
    assert_eq!((runs(Ink::Series(0)), runs(Ink::Series(1))), (1, 2));
}

#[test]
fn many_waves_name_only_some_periods_but_always_the_newest() {
    let values: Vec<f64> = (0..30).map(|at| 80.0 + f64::from(at % 7)).collect();
    let scene = trend(&[&values]).layout(Size::new(700.0, 300.0), Measure::shared());
    let periods: Vec<&Text> = scene
        .texts()
        .filter(|text| text.text.ends_with('上'))
        .collect();
    assert!((5..20).contains(&periods.len()), "{}", periods.len());
    assert!(
        periods
            .iter()
            .any(|text| text.bold && text.text == "2034 上")
    );
}

#[test]
fn one_wave_and_a_tiny_space_do_not_break_the_layout() {
    check(&trend(&[&[84.0], &[70.0]]), Size::new(600.0, 300.0));
    let tiny = trend(&STORY).layout(Size::new(20.0, 10.0), Measure::shared());
    assert!(tiny.marks.len() > 10);
}

#[test]
fn the_outer_side_of_a_bend_holds_the_value() {
    let chart = trend(&[&[84.0, 88.0, 84.0, 80.0, 84.0]]);
    let scene = chart.layout(Size::new(900.0, 500.0), Measure::shared());
    let baseline = |value: &str| {
        let mut texts = scene.texts().filter(|text| text.bold && text.text == value);
        texts.next().unwrap().at.y
    };
    let dots = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Circle { center, .. } => Some(center.y),
        _ => None,
    });
    let heights: Vec<f32> = dots.collect();
    assert!(baseline("88.0") < heights[1]);
    assert!(baseline("80.0") > heights[3]);
}

#[test]
fn crowded_lines_keep_the_labels_at_their_ends() {
    let values: Vec<Vec<f64>> = (0..4)
        .map(|line| {
            (0..20)
                .map(|at| 70.0 + f64::from(at * (line + 3) % 11))
                .collect()
        })
        .collect();
    let lines: Vec<&[f64]> = values.iter().map(Vec::as_slice).collect();
    let scene = check(&trend(&lines), Size::new(900.0, 400.0));
    let of = |line: usize| {
        let ink = Ink::Series(line);
        scene.texts().filter(move |text| text.ink == ink).count()
    };
    assert_eq!(of(0), 20, "the main line has all its values");
    assert!((1..4).all(|line| of(line) <= 2), "others first and last");
}

#[test]
fn more_lines_than_colours_make_several_charts() {
    let values: Vec<[f64; 2]> = (0..8).map(|at| [80.0 + f64::from(at), 85.0]).collect();
    let lines: Vec<&[f64]> = values.iter().map(<[f64; 2]>::as_slice).collect();
    let whole = trend(&lines);
    let parts = whole.parts();
    let counts: Vec<usize> = parts.iter().map(|part| part.lines.len()).collect();
    assert_eq!(counts, [6, 2]);
    assert_eq!(parts[1].lines[1].ink, Ink::Series(1));
    assert_eq!(parts[1].axis, whole.axis, "so that they can be compared");
    assert!(parts[1].notes.is_empty());
    assert_eq!(trend(&STORY).parts().len(), 1);
}

#[test]
fn long_names_share_a_low_chart() {
    let values: Vec<[f64; 2]> = (0..6).map(|at| [80.0, 80.0 + f64::from(at)]).collect();
    let lines: Vec<&[f64]> = values.iter().map(<[f64; 2]>::as_slice).collect();
    let mut chart = trend(&lines);
    for line in &mut chart.lines {
        line.name = "按约定日期交货，货齐单全".repeat(9);
    }
    let scene = check(&chart, Size::new(600.0, 240.0));
    let cut = scene.texts().filter(|text| text.text.contains("… 8"));
    assert_eq!(cut.count(), 6, "each beside its value");
}

#[test]
fn the_target_is_named_outside_at_the_right_and_covers_nothing() {
    let chart = trend(&STORY);
    let size = Size::new(680.0, 320.0);
    let plane = chart.plane(size, Measure::shared());
    let scene = check(&chart, size);
    let mut named = scene.texts().filter(|text| text.text == "目标 ≥ 85");
    assert!(named.next().unwrap().at.x >= plane.area.right);
    assert!(named.next().is_none(), "once");
    let plate = |mark: &&Mark| matches!(mark, Mark::Rect { fill, .. } if *fill == Ink::Surface);
    assert_eq!(scene.marks.iter().filter(plate).count(), 0);
}

#[test]
fn a_target_that_held_before_is_named_where_it_began() {
    let mut chart = trend(&STORY);
    chart.target.insert(
        0,
        TargetLine {
            from: 0.0,
            to: 2.5,
            value: 80.0,
            label: "目标 80".to_owned(),
        },
    );
    chart.target[1].from = 2.5;
    let size = Size::new(900.0, 400.0);
    let plane = chart.plane(size, Measure::shared());
    let scene = check(&chart, size);
    let at = |label: &str| scene.texts().find(|text| text.text == label).unwrap().at.x;
    assert!(at("目标 80") < plane.at(1.0, 0.0).x);
    assert!(at("目标 ≥ 85") >= plane.area.right);
}
