//! What is written where nothing is asked for: it sends the line it stands at to a person, whatever
//! else is answered there, and no other.

use fastrand::Rng;
use manyi::intake::scan::Verdict;
use manyi::model::{LineageId, PaperArea};

use super::camera::Shot;
use super::hand::{PENS, Pen, Sheet, Style};
use super::{Form, form, keep, shown};

/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A word in somebody's hand, so wide and high, from its upper left corner.
fn word(sheet: &mut Sheet, (x, y): (f64, f64), wide: f64, pen: Pen, rng: &mut Rng) {
    let mut points = Vec::new();
    let mut along = 0.0;
    while along < wide {
        let near = |rng: &mut Rng| rng.f64() * 1.5;
        points.push((x + along, y + near(rng)));
        points.push((x + along + 2.5, y + 8.0 + near(rng)));
        along += 4.0;
    }
    sheet.line(pen, &points);
}

fn boxes(form: &Form, page: usize, item: LineageId) -> Vec<PaperArea> {
    let ticks = form.layout.pages[page].ticks.iter();
    let boxes = ticks.filter(|it| it.item == item);
    boxes.map(|it| it.area).collect()
}

/// Does something beside the boxes of an item; `false` where there is no room for it.
fn write(
    sheet: &mut Sheet,
    boxes: &[PaperArea],
    line: PaperArea,
    how: usize,
    pen: Pen,
    rng: &mut Rng,
) -> bool {
    let (left, right) = (f64::from(line.left), f64::from(line.right));
    let last = boxes.last().unwrap();
    let y = f64::from(last.center().1);
    match how {
        // A word before the first box: on top of print nobody can tell it from that.
        0 => {
            let first = f64::from(boxes.first().unwrap().left);
            word(sheet, (first - 40.0, y - 4.0), 22.0, pen, rng);
        }
        // A word in the margin on either side.
        1 => word(sheet, (left - 26.0, y - 4.0), 16.0, pen, rng),
        2 => word(sheet, (right + 6.0, y - 4.0), 16.0, pen, rng),
        // A tick on the word of the last option, 5 to 7 mm beside its box.
        _ => {
            let aside = (5.0 + rng.f64() * 2.0) * MM;
            let x = f64::from(last.right) + aside;
            if x + 8.0 > right {
                return false;
            }
            let aside = PaperArea {
                left: x as f32,
                right: (x as f32) + last.width(),
                ..*last
            };
            sheet.tick(aside, Style::Check, pen, rng);
        }
    }
    true
}

#[test]
fn what_is_written_beside_a_line_sends_it_to_a_person_and_no_other() {
    let form = form();
    let scans = std::env::var("MANYI_SCANS").ok();
    let scans: u64 = scans.and_then(|it| it.parse().ok()).unwrap_or(12);
    let (mut dropped, mut taken_along, mut written) = (Vec::new(), Vec::new(), 0);
    for seed in 3000..3000 + scans {
        let rng = &mut Rng::with_seed(seed);
        let dpi = [150.0, 200.0, 300.0][rng.usize(0..3)];
        let page = rng.usize(0..form.document.page_count());
        let mut sheet = Sheet::of(&form.document, page, dpi / 72.0);
        let layout = &form.layout.pages[page];
        let pen = Pen {
            color: PENS[rng.usize(0..PENS.len())],
            width: 1.0 + rng.f64(),
        };
        let mut items: Vec<LineageId> = layout.ticks.iter().map(|it| it.item).collect();
        items.dedup();
        let mut noted = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let own = boxes(&form, page, *item);
            if rng.bool() {
                sheet.tick(own[rng.usize(0..own.len())], Style::Check, pen, rng);
            }
            let line = layout.lines.iter().find(|it| it.item == *item).unwrap();
            let asked = at % 4 == 1;
            if asked && write(&mut sheet, &own, line.area, rng.usize(0..4), pen, rng) {
                noted.push(*item);
                written += 1;
            }
        }
        let mut shot = Shot::random(rng);
        shot.perspective = 0.0;
        let file = shot.file(&shot.take(&sheet, rng));
        keep(&format!("{seed}.jpg"), &file);
        let (_, read) = form.read(&file).unwrap();
        for ticked in &read.ticked {
            let doubt = matches!(ticked.verdict(form.several(ticked.item)), Verdict::Doubt(_));
            let told = || format!("{seed}: {:?} {}", ticked.item, shown(ticked));
            match (noted.contains(&ticked.item), doubt) {
                (true, false) => dropped.push(told()),
                (false, true) => taken_along.push(told()),
                _ => {}
            }
        }
    }
    let (lost, along) = (dropped.len(), taken_along.len());
    println!("{written} notes, {lost} not seen, {along} others sent along");
    assert!(written > 0);
    // Writing that falls together with print or with the edge of a photograph may be missed.
    assert!(dropped.len() * 8 <= written, "{dropped:#?}");
    assert!(taken_along.len() * 50 <= written * 4, "{taken_along:#?}");
}

#[test]
fn writing_around_the_room_for_a_comment_is_writing() {
    let form = form();
    for seed in 4000..4008 {
        let rng = &mut Rng::with_seed(seed);
        let (page, room) = form
            .layout
            .pages
            .iter()
            .enumerate()
            .find_map(|(at, page)| Some((at, page.rooms.first()?)))
            .unwrap();
        let mut sheet = Sheet::of(&form.document, page, 150.0 / 72.0);
        let pen = Pen {
            color: PENS[rng.usize(0..PENS.len())],
            width: 1.4,
        };
        let area = room.area;
        let middle = f64::from(area.top + area.bottom) / 2.0;
        let place = match seed % 2 {
            0 => (f64::from(area.left) - 28.0, middle),
            _ => (f64::from(area.right) + 8.0, middle),
        };
        word(&mut sheet, place, 14.0, pen, rng);
        let mut shot = Shot::random(rng);
        shot.perspective = 0.0;
        let file = shot.file(&shot.take(&sheet, rng));
        let (_, read) = form.read(&file).unwrap();
        let said = read.written.iter().find(|(item, _)| *item == room.item);
        assert_eq!(said, Some(&(room.item, true)), "{seed}");
    }
}

#[test]
fn a_stamp_and_punched_holes_send_nothing_to_a_person() {
    let form = form();
    for seed in 5000..5006 {
        let rng = &mut Rng::with_seed(seed);
        let page = form.document.page_count() - 1;
        let mut sheet = Sheet::of(&form.document, page, 200.0 / 72.0);
        let layout = &form.layout.pages[page];
        let low = layout.lines.iter().map(|it| it.area.bottom);
        let low = f64::from(low.fold(0.0, f32::max));
        // Below everything that is asked, where there is room for one.
        if low + 130.0 < f64::from(layout.height) {
            sheet.stamp(400.0, low + 66.0, rng);
        }
        let hole = Pen {
            color: [40, 40, 40],
            width: 16.0,
        };
        for y in [
            f64::from(layout.height) / 2.0 - 113.0,
            f64::from(layout.height) / 2.0 + 113.0,
        ] {
            sheet.line(hole, &[(34.0, y), (34.1, y)]);
        }
        let mut shot = Shot::random(rng);
        shot.perspective = 0.0;
        let file = shot.file(&shot.take(&sheet, rng));
        keep(&format!("{seed}.jpg"), &file);
        let (_, read) = form.read(&file).unwrap();
        for ticked in &read.ticked {
            let said = ticked.verdict(form.several(ticked.item));
            assert_eq!(said, Verdict::Blank, "{seed} {}", shown(ticked));
        }
    }
}
