//! Pages nobody can read for certain: what is read of them is right, and the rest is left to a
//! person.

use fastrand::Rng;
use manyi::intake::scan::Verdict;
use manyi::model::{LineageId, PaperArea};

use super::camera::Shot;
use super::hand::{PENS, Pen, Sheet, Style};
use super::{form, keep, shown};

/// What may be said of an item: an answer, nothing, or that a person has to look.
struct Allowed {
    item: LineageId,
    answer: Option<u8>,
    blank: bool,
}

/// Does something to the boxes of an item that asks for a person.
fn spoil(
    sheet: &mut Sheet,
    boxes: &[PaperArea],
    how: usize,
    pen: Pen,
    rng: &mut Rng,
) -> (Option<u8>, bool) {
    let at = rng.usize(0..boxes.len());
    let other = (at + 1 + rng.usize(0..boxes.len() - 1)) % boxes.len();
    let (one, two) = (boxes[at], boxes[other]);
    let answer = |at: usize| Some(u8::try_from(at).unwrap());
    let (x, y) = one.center();
    let (x, y) = (f64::from(x), f64::from(y));
    match how {
        // Struck out with a line, the other ticked.
        0 => {
            sheet.tick(one, Style::Check, pen, rng);
            sheet.line(pen, &[(x - 11.0, y + 1.0), (x + 12.0, y - 1.0)]);
            sheet.tick(two, Style::Check, pen, rng);
            (answer(other), false)
        }
        // Struck out, and nothing else ticked.
        1 => {
            sheet.tick(one, Style::Check, pen, rng);
            sheet.line(pen, &[(x - 11.0, y + 1.0), (x + 12.0, y - 1.0)]);
            sheet.line(pen, &[(x - 10.0, y + 3.0), (x + 11.0, y + 1.5)]);
            (None, true)
        }
        // Blotted out, the other ticked.
        2 => {
            sheet.tick(one, Style::Filled, pen, rng);
            sheet.tick(one, Style::Filled, pen, rng);
            sheet.tick(two, Style::Check, pen, rng);
            (answer(other), false)
        }
        // Far beyond the box.
        3 => {
            let wide = 8.0 + rng.f64() * 8.0;
            sheet.line(
                pen,
                &[(x - 4.0, y - 1.0), (x, y + 5.0), (x + wide, y - wide)],
            );
            (answer(at), false)
        }
        // Beside the box, in its cell.
        4 => {
            let aside = PaperArea {
                left: one.left - 13.0,
                right: one.right - 13.0,
                ..one
            };
            sheet.tick(aside, Style::Check, Pen { width: 1.4, ..pen }, rng);
            (None, false)
        }
        // With a pen that hardly writes.
        5 => {
            let faint = Pen {
                color: [196, 196, 200],
                width: 1.3,
            };
            sheet.tick(one, Style::Check, faint, rng);
            (answer(at), false)
        }
        // One stroke through two boxes.
        6 => {
            let (a, b) = (one.center(), two.center());
            sheet.line(pen, &[(a.0.into(), a.1.into()), (b.0.into(), b.1.into())]);
            (None, false)
        }
        // Two ticks.
        _ => {
            sheet.tick(one, Style::Check, pen, rng);
            sheet.tick(two, Style::Cross, pen, rng);
            (None, false)
        }
    }
}

#[test]
fn what_asks_for_a_person_is_left_to_one() {
    let form = form();
    let scans = std::env::var("MANYI_SCANS").ok();
    let scans: u64 = scans.and_then(|it| it.parse().ok()).unwrap_or(6);
    let mut wrong = Vec::new();
    let (mut items, mut doubts) = (0, 0);
    for seed in 1000..1000 + scans {
        let rng = &mut Rng::with_seed(seed);
        let dpi = [150.0, 200.0][rng.usize(0..2)];
        let mut sheet = Sheet::of(&form.document, 0, dpi / 72.0);
        let layout = &form.layout.pages[0];
        let pen = Pen {
            color: PENS[rng.usize(0..PENS.len())],
            width: 1.0 + rng.f64(),
        };
        let mut allowed: Vec<Allowed> = Vec::new();
        let mut lines: Vec<LineageId> = layout.ticks.iter().map(|it| it.item).collect();
        lines.dedup();
        lines.retain(|it| !form.several(*it));
        // Every second item, so that what leaves one line is no mark of the next.
        for (at, item) in lines.into_iter().enumerate() {
            let boxes = layout.ticks.iter().filter(|it| it.item == item);
            let boxes: Vec<PaperArea> = boxes.map(|it| it.area).collect();
            let (answer, blank) = match at % 3 {
                0 => spoil(&mut sheet, &boxes, rng.usize(0..8), pen, rng),
                1 => {
                    let at = rng.usize(0..boxes.len());
                    sheet.tick(boxes[at], Style::Check, pen, rng);
                    (Some(u8::try_from(at).unwrap()), false)
                }
                _ => (None, true),
            };
            allowed.push(Allowed {
                item,
                answer,
                blank,
            });
        }
        let (x, y) = (300.0 + rng.f64() * 200.0, 250.0 + rng.f64() * 300.0);
        match seed % 4 {
            0 => sheet.stamp(x, y, rng),
            1 => sheet.stain(x, y, 0),
            2 => sheet.stain(x, y, 60),
            _ => {}
        }
        let mut shot = Shot::random(rng);
        shot.perspective = 0.0;
        let file = shot.file(&shot.take(&sheet, rng));
        keep(&format!("{seed}.jpg"), &file);
        let (_, read) = form.read(&file).unwrap();
        for Allowed {
            item,
            answer,
            blank,
        } in allowed
        {
            items += 1;
            let ticked = read.ticked.iter().find(|it| it.item == item).unwrap();
            let right = match ticked.verdict(false) {
                Verdict::Blank => blank,
                Verdict::Chosen(options) => Some(options[0]) == answer,
                Verdict::Doubt(_) => {
                    doubts += 1;
                    true
                }
            };
            if !right {
                let said = ticked.verdict(false);
                wrong.push(format!(
                    "{seed}: {item:?} {answer:?} {said:?} {}",
                    shown(ticked)
                ));
            }
        }
    }
    println!("{items} items, {doubts} doubts");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
