//! Scans taken into a workspace: pages in any file and order become returns, in one step.

use std::path::{Path, PathBuf};

use fastrand::Rng;
use image::{DynamicImage, ImageFormat, RgbImage};
use manyi::edit::{Intent, Known};
use manyi::i18n::Language;
use manyi::jobs::forms::{self, Arrived, Unfit, Wanted};
use manyi::jobs::{JobError, print, sample};
use manyi::model::{
    Answer, Customer, Data, Expected, FormIdentity, ItemKind, Progress, Revision, Wave,
};
use manyi::paper::Document;
use manyi::store::Store;

use super::camera::Shot;
use super::hand::{Pen, Sheet, Style};

const PEN: Pen = Pen {
    color: [30, 40, 150],
    width: 1.4,
};

/// A workspace with a wave that is asked, and a folder for scans.
pub struct Office {
    folder: tempfile::TempDir,
    pub store: Store,
    pub data: Data,
}

impl Office {
    pub fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        let store = Store::open(&path).unwrap();
        let data = store.load().unwrap();
        Self {
            folder,
            store,
            data,
        }
    }

    pub fn wave(&self) -> &Wave {
        self.data.waves.last().unwrap()
    }

    pub fn revision(&self) -> &Revision {
        self.data.revision(self.wave().revision).unwrap()
    }

    fn form(&self, customer: &Customer) -> Document {
        let identity = FormIdentity {
            workspace: self.store.uuid().unwrap(),
            wave: self.wave().id,
            revision: self.revision().id,
            customer: customer.id,
        };
        print::form_of(&self.data, self.revision(), identity, Language::Zh).unwrap()
    }

    /// Every page of the form with one option ticked everywhere, as a picture.
    pub fn filled(&self, customer: &Customer, option: u8, seed: u64) -> Vec<RgbImage> {
        let document = self.form(customer);
        let rng = &mut Rng::with_seed(seed);
        let layout = document.layout();
        let pages = layout.pages.iter().enumerate().map(|(page, layout)| {
            let mut sheet = Sheet::of(&document, page, 200.0 / 72.0);
            for tick in layout.ticks.iter().filter(|it| it.option == option) {
                sheet.tick(tick.area, Style::Check, PEN, rng);
            }
            for room in &layout.rooms {
                let (left, top) = (f64::from(room.area.left), f64::from(room.area.top));
                let points = [
                    (left + 4.0, top + 12.0),
                    (left + 9.0, top + 4.0),
                    (left + 16.0, top + 13.0),
                ];
                sheet.line(PEN, &points);
            }
            let shot = Shot {
                perspective: 0.0,
                shade: 0.0,
                ..Shot::random(rng)
            };
            shot.take(&sheet, rng)
        });
        pages.collect()
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn mark(&mut self, intent: &Intent) {
        let ids = self.store.ids();
        let known = Known {
            data: &self.data,
            returns: None,
            ids: &ids,
            today: jiff::civil::date(2026, 7, 1),
            who: "张三",
        };
        let step = intent.step(&known).unwrap();
        self.store.apply(&step).unwrap();
        self.data = self.store.load().unwrap();
    }

    pub fn take(&mut self, paths: &[PathBuf]) -> Result<Arrived, JobError> {
        let progress = Progress::default();
        let wanted = Wanted::default();
        let arrived = forms::take(&mut self.store, &self.data, paths, wanted, &progress);
        self.data = self.store.load().unwrap();
        arrived
    }
}

fn save(image: &RgbImage, path: &Path, format: ImageFormat) {
    let image = DynamicImage::ImageRgb8(image.clone());
    image.save_with_format(path, format).unwrap();
}

/// A PDF as scanners write it: each page a JPEG.
pub fn pdf(pages: &[RgbImage]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let mut object = |bytes: &mut Vec<u8>, content: &[u8]| {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", places.len()).into_bytes());
        bytes.extend(content);
        bytes.extend(b"\nendobj\n");
    };
    let kids: Vec<String> = (0..pages.len())
        .map(|at| format!("{} 0 R", 3 + at * 3))
        .collect();
    object(&mut bytes, b"<< /Type /Catalog /Pages 2 0 R >>");
    let tree = format!(
        "<< /Type /Pages /Count {} /Kids [{}] >>",
        pages.len(),
        kids.join(" ")
    );
    object(&mut bytes, tree.as_bytes());
    for (at, page) in pages.iter().enumerate() {
        let (wide, high) = page.dimensions();
        let first = 3 + at * 3;
        let (w, h) = (f64::from(wide) * 0.36, f64::from(high) * 0.36);
        let dict = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] /Contents {} 0 R \
             /Resources << /XObject << /I {} 0 R >> >> >>",
            first + 1,
            first + 2
        );
        object(&mut bytes, dict.as_bytes());
        let draw = format!("q {w} 0 0 {h} 0 0 cm /I Do Q");
        let content = format!("<< /Length {} >>\nstream\n{draw}\nendstream", draw.len());
        object(&mut bytes, content.as_bytes());
        let mut jpeg = std::io::Cursor::new(Vec::new());
        let image = DynamicImage::ImageRgb8(page.clone());
        image.write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
        let jpeg = jpeg.into_inner();
        let mut content = format!(
            "<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /DCTDecode /Length {} >>\nstream\n",
            jpeg.len()
        )
        .into_bytes();
        content.extend(jpeg);
        content.extend(b"\nendstream");
        object(&mut bytes, &content);
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let trailer = format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        places.len() + 1
    );
    bytes.extend(trailer.into_bytes());
    bytes
}

#[test]
fn pages_in_any_file_and_order_become_returns_in_one_step() {
    let mut office = Office::open();
    let customers: Vec<Customer> = office.data.customers.iter().take(2).cloned().collect();
    let before = office
        .store
        .load_wave(office.wave().id)
        .unwrap()
        .returns
        .len();
    // One form in two photographs, the other in a PDF behind a blank page and a letter.
    let one = office.filled(&customers[0], 0, 1);
    let two = office.filled(&customers[1], 1, 2);
    let mut paths = Vec::new();
    for (at, page) in one.iter().enumerate().rev() {
        let path = office.path(&format!("IMG_{at}.scan"));
        save(page, &path, [ImageFormat::Png, ImageFormat::Tiff][at % 2]);
        paths.push(path);
    }
    let blank = RgbImage::from_pixel(620, 877, image::Rgb([250, 250, 250]));
    let letter = RgbImage::from_fn(620, 877, |x, y| {
        let written = x > 100 && x < 500 && y % 30 < 10 && x % 9 < 6;
        image::Rgb([if written { 40 } else { 245 }; 3])
    });
    let batch = [vec![blank, letter], two].concat();
    paths.push(office.path("batch.pdf"));
    std::fs::write(office.path("batch.pdf"), pdf(&batch)).unwrap();

    let arrived = office.take(&paths).unwrap();
    assert!(arrived.refused.is_empty(), "{:?}", arrived.refused);
    assert!(arrived.missing.is_empty(), "{:?}", arrived.missing);
    let [(_, unread)] = &arrived.unread[..] else {
        panic!("{:?}", arrived.unread);
    };
    assert_eq!(unread, &[2], "the letter, not the blank page");
    let wave = office.wave().id;
    let loaded = office.store.load_wave(wave).unwrap();
    let fresh = &loaded.returns[before..];
    assert_eq!(fresh.len(), 2);
    let items = office.revision().questionnaire.items.clone();
    for (at, item) in items.iter().enumerate() {
        for (row, returned) in (before..).zip(fresh) {
            let customer = customers
                .iter()
                .position(|it| Some(it.id) == returned.customer);
            let option = u8::try_from(customer.unwrap()).unwrap();
            let said = loaded.columns[at].get(row);
            let expected = match item.kind {
                ItemKind::Multi => Answer::Options(vec![option]),
                ItemKind::Nps => Answer::Number(option.into()),
                kind if kind.takes_one_option() => Answer::Option(option),
                _ => Answer::Unreadable,
            };
            assert_eq!(
                said, expected,
                "{} of {:?}",
                item.code, returned.customer_text
            );
        }
    }
    let open: Vec<_> = office.data.open_issues(wave).collect();
    let written = open
        .iter()
        .filter(|it| it.expected == Expected::Writing)
        .count();
    let texts = items.iter().filter(|it| it.kind == ItemKind::Text).count();
    assert_eq!(written, 2 * texts);
    // The scans stay with their returns.
    let kept = |at: usize| {
        let attachments = office.data.attachments.iter();
        attachments.filter(|it| it.of == fresh[at].id).count()
    };
    let photographs = usize::from(kept(0) == one.len());
    assert!(
        photographs == 1 || kept(2) == one.len(),
        "{:?}",
        office.data.attachments
    );

    // What was written can be looked at, in its colour.
    for returned in fresh {
        for item in [&items[0], items.last().unwrap()] {
            let data = &office.data;
            let progress = Progress::default();
            let line = forms::line(&office.store, data, returned, item.lineage, &progress);
            let line = line.unwrap().unwrap();
            let blue = line.rgb.chunks_exact(3);
            let blue = blue.filter(|it| it[2] < 230 && i32::from(it[2]) - i32::from(it[0]) > 25);
            let grey = line.rgb.chunks_exact(3).filter(|it| it[0] < 110);
            assert!(blue.count() + grey.count() > 60, "{}", item.code);
            assert!(line.width > 400 && line.height > 40, "{line:?}");
        }
    }

    // The same files again bring nothing, and one undo takes all of it back.
    let again = office.take(&paths).unwrap();
    assert!(again.taken.is_empty(), "{:?}", again.taken);
    let undo = arrived.step.unwrap().inverse();
    office.store.apply(&undo).unwrap();
    assert_eq!(office.store.load_wave(wave).unwrap().returns.len(), before);
}

#[test]
fn a_missing_page_is_said_and_what_is_no_scan_of_ours_too() {
    let mut office = Office::open();
    let customer = office.data.customers[4].clone();
    let pages = office.filled(&customer, 0, 5);
    let path = office.path("first.jpg");
    save(&pages[0], &path, ImageFormat::Jpeg);
    let holiday = office.path("holiday.jpg");
    save(
        &RgbImage::from_pixel(900, 700, image::Rgb([20, 90, 200])),
        &holiday,
        ImageFormat::Jpeg,
    );
    let torn = office.path("torn.jpg");
    std::fs::write(&torn, &std::fs::read(&path).unwrap()[..2000]).unwrap();
    let arrived = office.take(&[path, holiday, torn]).unwrap();
    assert_eq!(arrived.taken.len(), 1);
    if pages.len() > 1 {
        assert_eq!(arrived.missing[0].pages[0], 2);
        assert_eq!(arrived.missing[0].customer, customer.name);
    }
    let unfit = arrived.refused.iter().filter(|(_, error)| {
        matches!(
            error,
            JobError::Form {
                unfit: Unfit::Scan { .. },
                ..
            }
        )
    });
    assert_eq!(unfit.count(), 2, "{:?}", arrived.refused);
}
