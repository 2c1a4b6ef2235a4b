//! Forms of a wave: made from the list of customers, filled in, let go over the window.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use egui::accesskit::Role as Kind;
use egui::{Key, Modifiers};
use jiff::civil::date;
use manyi::i18n::Language;
use manyi::model::{Change, Closing, Edit, Role, Signature, Step, StepKind};
use manyi::store::Store;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::harness::Gui;
use crate::sample;

/// Approves what the newest wave asks.
fn approve(workspace: &Path) {
    let mut store = Store::open(workspace).unwrap();
    let data = store.load().unwrap();
    let revision = data.revisions.last().unwrap();
    let signature = Signature {
        name: "张三".to_owned(),
        date: date(2026, 6, 1),
    };
    let signed = revision.signatures.clone().with(Role::Approved, signature);
    let sign = revision.sign(signed);
    store
        .apply(&Step::new(StepKind::Sign, "A/3", vec![sign]))
        .unwrap();
}

/// A tick in the first box of the first item.
fn tick(form: &Path) {
    let mut zip = ZipArchive::new(Cursor::new(fs::read(form).unwrap())).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            // The row of the first group stands in row 7, that of its first item below it.
            let cell = "<c r=\"E9\" ";
            let begin = text.find(cell).unwrap();
            let end = begin + text[begin..].find("/>").unwrap();
            text.replace_range(end..end + 2, " t=\"inlineStr\"><is><t>√</t></is></c>");
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    fs::write(form, out.finish().unwrap().into_inner()).unwrap();
}

/// The sample, approved and `prepared`, and a form of each customer on its list, made by hand.
fn made(language: Language, prepared: impl Fn(&Path)) -> (Gui, Vec<PathBuf>) {
    let [tab, list, make, kind] = match language {
        Language::Zh => [
            "回收",
            "名单与发放",
            "做问卷",
            "Excel 问卷（客户在电脑上填）…",
        ],
        Language::En => [
            "Returns",
            "Customer list and issue",
            "Make forms",
            "Excel forms, filled in on a computer…",
        ],
    };
    let prepare = |path: &Path| {
        sample::at(path);
        approve(path);
        prepared(path);
    };
    let mut gui = Gui::with(language, Some(Box::new(prepare) as _), &["forms"]);
    gui.click_role(Kind::Tab, tab);
    gui.click(list);
    gui.click(make);
    gui.click(kind);
    let made = fs::read_dir(gui.folder.path().join("forms")).unwrap();
    let mut forms: Vec<PathBuf> = made.map(|it| it.unwrap().path()).collect();
    forms.sort();
    (gui, forms)
}

#[test]
fn the_list_makes_forms_and_a_folder_of_them_comes_in_at_once() {
    let words = [
        (
            Language::Zh,
            [
                "写好 30 份问卷",
                "已导入 1 份问卷",
                "1 份问卷没有导入",
                "知道了",
                "已撤销",
            ],
        ),
        (
            Language::En,
            [
                "30 forms written to",
                "One form imported",
                "One form was not imported",
                "OK",
                ", undone",
            ],
        ),
    ];
    for (language, [said, taken, refused, understood, undo]) in words {
        let (mut gui, forms) = made(language, |_| {});
        assert!(gui.shows_part(said), "{language:?}");
        assert_eq!(forms.len(), 30);
        let back = gui.folder.path().join("back");
        fs::create_dir(&back).unwrap();
        for form in &forms[..2] {
            fs::copy(form, back.join(form.file_name().unwrap())).unwrap();
        }
        tick(&back.join(forms[1].file_name().unwrap()));
        gui.drop_file(&back);
        assert!(
            gui.shows_part(refused),
            "{language:?}: nothing is filled in in the other"
        );
        gui.click(understood);
        assert!(gui.shows_part(taken), "{language:?}");
        let name = forms[1].file_name().unwrap().to_string_lossy().into_owned();
        assert!(gui.shows_part(&name), "among the imports");
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(gui.shows_part(undo), "{language:?}");
    }
}

/// Closes the newest wave.
fn close(workspace: &Path) {
    let mut store = Store::open(workspace).unwrap();
    let data = store.load().unwrap();
    let survey = data.surveys[0].id;
    let before = data.waves_of(survey).next_back().unwrap().clone();
    let mut after = before.clone();
    after.closings.push(Closing {
        reopened: false,
        date: date(2027, 7, 20),
        who: "张三".to_owned(),
        reason: String::new(),
    });
    let close = Change::Wave(Edit::changed(before, after));
    store
        .apply(&Step::new(StepKind::CloseWave, "2027H1", vec![close]))
        .unwrap();
}

#[test]
fn a_form_to_a_closed_wave_is_asked_about_before_it_comes_in_as_late() {
    for (language, [asked, verb, taken, late]) in [
        (
            Language::Zh,
            [
                "1 份问卷在截止后收到",
                "作为逾期导入",
                "已导入 1 份问卷",
                "逾期",
            ],
        ),
        (
            Language::En,
            [
                "One form came after the closing",
                "Import as late",
                "One form imported",
                "Late",
            ],
        ),
    ] {
        let (mut gui, forms) = made(language, close);
        tick(&forms[1]);
        gui.drop_file(&forms[1]);
        assert!(gui.shows_part(asked), "{language:?}");
        assert!(!gui.shows_part(taken), "{language:?}");
        gui.click(verb);
        assert!(gui.shows_part(taken), "{language:?}");
        assert!(!gui.shows_part(asked), "{language:?}");
        assert!(gui.shows_part(late), "{language:?}");
    }
}

#[test]
fn the_way_back_of_several_forms_says_how_many_they_are() {
    for (language, [all, one]) in [
        (Language::Zh, ["撤销全部 2 份", "撤销导入 "]),
        (Language::En, ["Undo all 2", "Undo import of "]),
    ] {
        let (mut gui, forms) = made(language, |_| {});
        let back = gui.folder.path().join("back");
        fs::create_dir(&back).unwrap();
        for form in &forms[..2] {
            let to = back.join(form.file_name().unwrap());
            fs::copy(form, &to).unwrap();
            tick(&to);
        }
        let before = gui.kept().1.returns.len();
        gui.drop_file(&back);
        assert_eq!(gui.kept().1.returns.len(), before + 2, "{language:?}");
        gui.click(all);
        assert_eq!(gui.kept().1.returns.len(), before, "{language:?}");
        gui.key(Modifiers::COMMAND, Key::Y);
        assert_eq!(gui.kept().1.returns.len(), before + 2, "{language:?}");
        // Beside one of them is the way back of that one alone.
        let name = forms[0].file_name().unwrap().to_string_lossy().into_owned();
        gui.click(&format!("{one}{name}"));
        assert_eq!(gui.kept().1.returns.len(), before + 1, "{language:?}");
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().1.returns.len(), before + 2, "{language:?}");
    }
}
