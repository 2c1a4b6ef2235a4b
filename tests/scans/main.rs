//! Scans and photographs of filled forms, drawn by hands and taken by cameras that are made up:
//! what is read is what was ticked, and what is in doubt is left to a person.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod camera;
mod goes;
mod hand;
mod spoiled;
#[path = "../story/mod.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod story;
mod strays;
mod taken;

use camera::Shot;
use fastrand::Rng;
use hand::{PENS, Pen, STYLES, Sheet};
use manyi::i18n::Language;
use manyi::intake::scan::{self, Grey, PER_POINT, PageRead, Ticked, Verdict};
use manyi::jobs::print;
use manyi::model::{
    CustomerId, FormIdentity, FormLayout, Item, ItemKind, LineageId, Progress, WaveId,
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
    let scans = scans.and_then(|it| it.parse().ok()).unwrap_or(12);
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
