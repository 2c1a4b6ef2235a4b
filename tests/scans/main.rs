//! Scans and photographs of filled forms, drawn by hands and taken by cameras that are made up:
//! what is read is what was ticked, and what is in doubt is left to a person.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod camera;
mod hand;
#[path = "../story/mod.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod story;

use camera::Shot;
use fastrand::Rng;
use hand::{PENS, Pen, STYLES, Sheet, Style};
use manyi::i18n::Language;
use manyi::intake::scan::{self, Grey, PER_POINT, PageRead, Ticked, Verdict};
use manyi::jobs::print;
use manyi::model::{
    CustomerId, FormIdentity, FormLayout, Item, ItemKind, LineageId, PaperArea, Progress, WaveId,
};
use manyi::paper::Document;
use story::{Kind, Story};
use uuid::Uuid;

/// A form and what is known of it.
struct Form {
    items: Vec<Item>,
    document: Document,
    layout: FormLayout,
    empty: Vec<Grey>,
}

fn form() -> Form {
    let mut story = Story::new(Kind::default());
    let revision = story.data.revisions.last_mut().unwrap();
    let items = &mut revision.questionnaire.items;
    let mut more = items[0].clone();
    for (kind, code) in [
        (ItemKind::Multi, "M1"),
        (ItemKind::Nps, "N1"),
        (ItemKind::Single, "S1"),
        (ItemKind::Text, "T1"),
    ] {
        more.lineage = LineageId(more.lineage.0 + 900);
        more.kind = kind;
        code.clone_into(&mut more.code);
        items.push(more.clone());
    }
    let identity = FormIdentity {
        workspace: Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0),
        wave: WaveId(41),
        revision: revision.id,
        customer: CustomerId(7_301),
    };
    let items = items.clone();
    let revision = story.data.revisions.last().unwrap();
    let document = print::form_of(&story.data, revision, identity, Language::Zh).unwrap();
    let layout = document.layout();
    let empty = (0..document.page_count()).map(|page| {
        let pixels = document.page(page, PER_POINT).unwrap();
        Grey {
            width: pixels.width,
            height: pixels.height,
            samples: pixels.rgba.chunks_exact(4).map(|it| it[1]).collect(),
        }
    });
    Form {
        items,
        layout,
        empty: empty.collect(),
        document,
    }
}

impl Form {
    fn several(&self, item: LineageId) -> bool {
        let mut items = self.items.iter();
        items.any(|it| it.lineage == item && it.kind == ItemKind::Multi)
    }

    fn read(&self, file: &[u8]) -> Result<(usize, PageRead), String> {
        let mut read = Err("no page".to_owned());
        scan::pages(file, &Progress::default(), |_, picture| {
            read = (|| {
                let picture = picture.map_err(|it| it.to_string())?;
                let codes = scan::codes(&picture).map_err(|it| it.to_string())?;
                let page = usize::from(codes[0].page.page) - 1;
                let layout = &self.layout.pages[page];
                let plane =
                    scan::plane(&picture, &codes[0], layout).map_err(|it| it.to_string())?;
                Ok((
                    page,
                    scan::read(&picture, &plane, layout, &self.empty[page]),
                ))
            })();
        })
        .unwrap();
        read
    }
}

/// What was ticked of an item.
type Truth = (LineageId, Vec<u8>);

fn fill(sheet: &mut Sheet, form: &Form, page: usize, rng: &mut Rng) -> Vec<Truth> {
    let layout = &form.layout.pages[page];
    let pen = Pen {
        color: PENS[rng.usize(0..PENS.len())],
        width: 0.9 + rng.f64() * 1.2,
    };
    let style = STYLES[rng.usize(0..STYLES.len())];
    let mut truths: Vec<Truth> = Vec::new();
    let mut items: Vec<LineageId> = layout.ticks.iter().map(|it| it.item).collect();
    items.dedup();
    for item in items {
        let boxes: Vec<_> = layout.ticks.iter().filter(|it| it.item == item).collect();
        let wanted = match form.several(item) {
            true => rng.usize(0..3),
            false => usize::from(rng.f64() < 0.93),
        };
        let mut chosen: Vec<u8> = Vec::new();
        for _ in 0..wanted {
            let tick = boxes[rng.usize(0..boxes.len())];
            if !chosen.contains(&tick.option) {
                chosen.push(tick.option);
                let own = if rng.f64() < 0.9 {
                    style
                } else {
                    STYLES[rng.usize(0..STYLES.len())]
                };
                sheet.tick(tick.area, own, pen, rng);
            }
        }
        chosen.sort_unstable();
        truths.push((item, chosen));
    }
    for _ in 0..rng.usize(0..4) {
        sheet.stray(pen, rng);
    }
    truths
}

#[derive(Default, Debug)]
struct Count {
    scans: usize,
    items: usize,
    wrong: Vec<String>,
    doubts: Vec<String>,
    unread: Vec<String>,
}

impl Count {
    fn and(mut self, other: Self) -> Self {
        self.scans += other.scans;
        self.items += other.items;
        self.wrong.extend(other.wrong);
        self.doubts.extend(other.doubts);
        self.unread.extend(other.unread);
        self
    }

    fn told(&self) {
        let doubts = self.doubts.len();
        println!(
            "{} scans, {} items, {doubts} doubts",
            self.scans, self.items
        );
    }

    fn add(
        &mut self,
        name: &str,
        form: &Form,
        truths: &[Truth],
        read: Result<(usize, PageRead), String>,
    ) {
        self.scans += 1;
        let read = match read {
            Ok((_, read)) => read,
            Err(error) => {
                self.items += truths.len();
                self.unread.push(format!("{name}: {error}"));
                return;
            }
        };
        for (item, truth) in truths {
            self.items += 1;
            let ticked = read.ticked.iter().find(|it| it.item == *item).unwrap();
            let said = match ticked.verdict(form.several(*item)) {
                Verdict::Blank => Vec::new(),
                Verdict::Chosen(options) => options,
                Verdict::Doubt(doubt) => {
                    self.doubts.push(format!(
                        "{name}: {item:?} {truth:?} {doubt:?} {}",
                        shown(ticked)
                    ));
                    continue;
                }
            };
            if said != *truth {
                self.wrong.push(format!(
                    "{name}: {item:?} {truth:?} read {said:?} {}",
                    shown(ticked)
                ));
            }
        }
    }
}

fn shown(ticked: &Ticked) -> String {
    let inked = ticked
        .options
        .iter()
        .filter(|it| it.full > 0.0 || it.faint > 0.0 || it.touching > 0.0);
    let options: Vec<_> = inked
        .map(|it| {
            format!(
                "{}: full {:.2} faint {:.2} area {:.0} inside {:.0} left {:.1} right {:.1} touching {:.1} covered {} shared {}",
                it.option, it.full, it.faint, it.area, it.inside, it.left, it.right, it.touching, it.covered, it.shared
            )
        })
        .collect();
    format!("beside {:.1} {}", ticked.beside, options.join("; "))
}

#[test]
fn scans_of_many_hands_and_cameras_are_read_right() {
    let form = form();
    let scans = std::env::var("MANYI_SCANS").ok();
    let scans = scans.and_then(|it| it.parse().ok()).unwrap_or(16);
    let threads = 2;
    let part = |first: u64| {
        let mut count = Count::default();
        for seed in (first..scans).step_by(threads) {
            let rng = &mut Rng::with_seed(seed);
            let dpi = [150.0, 150.0, 200.0, 300.0][rng.usize(0..4)];
            let page = rng.usize(0..form.document.page_count());
            let mut sheet = Sheet::of(&form.document, page, dpi / 72.0);
            let truths = fill(&mut sheet, &form, page, rng);
            let shot = Shot::random(rng);
            let file = shot.file(&shot.take(&sheet, rng));
            keep(&format!("{seed}.jpg"), &file);
            let name = format!("{seed} {dpi} {shot:?}");
            count.add(&name, &form, &truths, form.read(&file));
        }
        count
    };
    let count = std::thread::scope(|scope| {
        let parts: Vec<_> = (0..threads as u64)
            .map(|first| scope.spawn(move || part(first)))
            .collect();
        parts
            .into_iter()
            .map(|it| it.join().unwrap())
            .fold(Count::default(), Count::and)
    });
    count.told();
    assert!(count.wrong.is_empty(), "{:#?}", count.wrong);
    assert!(count.unread.is_empty(), "{:#?}", count.unread);
    assert!(
        count.doubts.len() * 50 <= count.items,
        "{:#?}",
        count.doubts
    );
}

/// Leaves a picture where it can be looked at.
fn keep(name: &str, file: &[u8]) {
    if let Some(folder) = std::env::var_os("MANYI_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join(name), file).unwrap();
    }
}

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
    let scans: u64 = scans.and_then(|it| it.parse().ok()).unwrap_or(8);
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
