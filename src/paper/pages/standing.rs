//! A key figure as a scene, for pictures that stand alone.

use crate::chart::{Anchor, Gauge, Ink, Mark, Measure, Point, Scene, Size, Text};
use crate::model::Rules;
use crate::report::Standing;
use crate::theme::tokens;

/// Height of the head, in logical pixels.
const HEIGHT: f32 = 104.0;

/// Width of the gauge, and room between the parts.
const GAUGE: f32 = 360.0;
const GAP: f32 = 40.0;

/// From fact to fact.
const LINE: f32 = 22.0;

/// Label, number and interval at the left, the gauge in the middle, the facts beside it.
pub(super) fn scene(standing: &Standing, rules: &Rules, width: f32) -> Scene {
    let measure = Measure::shared();
    let sizes = &tokens().typography.sizes;
    let mut scene = Scene::new(Size::new(width, HEIGHT));
    let mut write = |at: (f32, f32), text: &str, size: f32, bold: bool, ink: Ink| {
        scene.marks.push(Mark::Text(Text {
            at: Point::new(at.0, at.1),
            text: text.to_owned(),
            size,
            bold,
            anchor: Anchor::Start,
            ink,
        }));
        at.0 + measure.width(text, size, bold)
    };
    let ends = [
        write((0.0, 14.0), &standing.label, sizes.table, false, Ink::Weak),
        write((0.0, 58.0), &standing.value, sizes.figure, true, Ink::Text),
        write(
            (0.0, 82.0),
            &standing.interval,
            sizes.table,
            false,
            Ink::Weak,
        ),
    ];
    let gauge = ends.into_iter().fold(0.0, f32::max) + GAP;
    let facts = gauge + GAUGE + GAP;
    let written = standing.facts.iter().map(|fact| fact.value.written(rules));
    let written: Vec<String> = written.collect();
    let widest = |texts: &mut dyn Iterator<Item = &String>, bold: bool| {
        let widths = texts.map(|text| measure.width(text, sizes.table, bold));
        widths.fold(0.0, f32::max)
    };
    let labels = &mut standing.facts.iter().map(|fact| &fact.label);
    let values = facts + widest(labels, false) + 14.0;
    let notes = values + widest(&mut written.iter(), true) + 10.0;
    for (at, (fact, value)) in standing.facts.iter().zip(&written).enumerate() {
        let y = 18.0 + at as f32 * LINE;
        write((facts, y), &fact.label, sizes.table, false, Ink::Weak);
        write((values, y), value, sizes.table, true, Ink::Text);
        let note = measure.fit(&fact.note, width - notes, sizes.small, false);
        write((notes, y), &note, sizes.small, false, Ink::Weak);
    }
    let top = (HEIGHT - Gauge::HEIGHT) / 2.0 - 8.0;
    scene.place(standing.gauge.layout(GAUGE, measure), gauge, top);
    scene
}
