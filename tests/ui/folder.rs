//! A folder of files let go over the window, and a list of who did not answer taken out of it.

use calamine::{Data, Reader, Xlsx, open_workbook};
use egui::accesskit::Role;
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::sample;

#[test]
fn a_folder_comes_in_as_its_spreadsheets() {
    let words = [
        (
            Language::Zh,
            "另有 2 个不是表格，已跳过",
            "跳过这个文件",
            "请先新建或打开",
        ),
        (
            Language::En,
            "2 other files were skipped",
            "Skip this file",
            "First make or open",
        ),
    ];
    for (language, skipped, skip, nowhere) in words {
        let mut gui = Gui::on(language, sample::at);
        let folder = gui.folder.path().join("returns");
        std::fs::create_dir(&folder).unwrap();
        for name in ["问卷星_2025下半年.xlsx", "问卷星_2025上半年.csv"] {
            sample::file(name, &folder.join(name));
        }
        std::fs::write(folder.join("~$问卷星_2025下半年.xlsx"), "lock").unwrap();
        std::fs::write(folder.join("letter.pdf"), "letter").unwrap();
        gui.drop_file(&folder);
        let said = gui.get_part(skipped).rect();
        let button = gui.get_part(skip).rect();
        assert!(!said.intersects(button), "{language:?}: over the button");
        assert!(gui.shows_part("问卷星_2025上半年.csv"), "the first by name");

        let mut gui = Gui::welcome(language);
        let folder = gui.folder.path().join("returns");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("a.csv"), "").unwrap();
        gui.drop_file(&folder);
        assert!(gui.shows_part(nowhere));
    }
}

#[test]
fn a_folder_without_spreadsheets_says_so() {
    let mut gui = Gui::on(Language::En, sample::at);
    let folder = gui.folder.path().join("letters");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("letter.txt"), "letter").unwrap();
    gui.drop_file(&folder);
    assert!(gui.shows_part("No spreadsheets or scans in this folder"));
}

#[test]
fn who_did_not_answer_goes_to_a_workbook() {
    let words = [
        (
            Language::Zh,
            "回收",
            "未回收 5",
            "未回收名单导出为 Excel…",
            "营业额",
        ),
        (
            Language::En,
            "Returns",
            "Not returned 5",
            "Export those not returned to Excel…",
            "Turnover",
        ),
    ];
    for (language, tab, silent, export, turnover) in words {
        let make = Some(Box::new(sample::at) as _);
        let mut gui = Gui::with(language, make, &["silent.xlsx"]);
        gui.click_role(Role::Tab, tab);
        gui.click(silent);
        gui.click(export);
        let path = gui.folder.path().join("silent.xlsx");
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let rows: Vec<&[Data]> = sheet.rows().collect();
        assert_eq!(rows.len(), 6, "a head and five customers");
        assert_eq!(rows[0][2].to_string(), turnover);
        assert_eq!(rows[1][1].to_string(), "珠海海棠湾照明");
        let turnovers: Vec<f64> = rows[1..]
            .iter()
            .map(|row| row[2].to_string().parse().unwrap())
            .collect();
        assert!(turnovers.is_sorted_by(|a, b| a >= b), "{turnovers:?}");
        assert!(
            matches!(rows[1][3], Data::DateTime(_)),
            "when it was issued"
        );
    }
}

#[test]
fn a_workbook_with_a_sheet_for_each_region_comes_in_sheet_by_sheet() {
    let words = [
        (
            Language::Zh,
            "还有 1 张工作表有答卷（华南）",
            "导入 2 份",
            "回收",
        ),
        (
            Language::En,
            "The sheet 华南 holds returns too",
            "Import 2",
            "Returns",
        ),
    ];
    for (language, further, import, tab) in words {
        let mut gui = Gui::on(language, sample::at);
        let path = gui.folder.path().join("两区.xlsx");
        let mut book = rust_xlsxwriter::Workbook::new();
        for (region, from) in [("华东", 1), ("华南", 3)] {
            let sheet = book.add_worksheet().set_name(region).unwrap();
            let titles = ["客户", "日期", "QU1", "QU2", "QU3", "DE1"];
            for (column, title) in (0..).zip(titles) {
                sheet.write(0, column, title).unwrap();
            }
            for row in [1, 2] {
                let customer = format!("C{:03}", from + row - 1);
                sheet.write(row, 0, customer).unwrap();
                sheet
                    .write(row, 1, format!("2026-06-{:02}", 10 + row))
                    .unwrap();
                for column in 2..6 {
                    sheet.write(row, column, "满意").unwrap();
                }
            }
        }
        book.save(&path).unwrap();
        gui.drop_file(&path);
        assert!(gui.shows_part(further), "{language:?}");
        gui.click(import);
        assert!(gui.shows_part("两区.xlsx"), "{language:?}: the other sheet");
        assert!(!gui.shows_part(further), "{language:?}");
        gui.click(import);
        gui.settle();
        assert!(gui.shows_part(tab));
        let (data, _) = gui.kept();
        assert_eq!(
            data.imports
                .iter()
                .filter(|it| it.file == "两区.xlsx")
                .count(),
            2
        );
    }
}

const EXPORT: &str = "问卷星_2025上半年.csv";

/// An export of half a year in three files, for which a later half-year is shown.
fn three(gui: &Gui) -> Vec<std::path::PathBuf> {
    let bytes = std::fs::read(sample::folder().join(EXPORT)).unwrap();
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|it| *it == b'\n').collect();
    let head = lines.remove(0);
    let part = |at: usize| {
        let path = gui.folder.path().join(format!("2025上半年 {at}.csv"));
        let own = lines.iter().skip(at).step_by(3).copied();
        let rows: Vec<&[u8]> = std::iter::once(head).chain(own).collect();
        std::fs::write(&path, rows.concat()).unwrap();
        path
    };
    (0..3).map(part).collect()
}

#[test]
fn which_wave_files_belong_to_is_asked_once_for_all_that_are_dropped() {
    let words = [
        (
            Language::Zh,
            "导入 2026 上半年",
            "导入 8 份",
            "不导入",
            "3 个文件没有导入",
        ),
        (
            Language::En,
            "Into 2026 H1",
            "Import 8",
            "Leave out",
            "3 files left out",
        ),
    ];
    for (language, into, import, leave_out, left_out) in words {
        let mut gui = Gui::on(language, |path| sample::without(path, EXPORT));
        let before = gui.kept().0.imports.len();
        let files = three(&gui);
        gui.drop_files(&files);
        gui.click(into);
        gui.settle();
        gui.click(import);
        gui.settle();
        let (data, _) = gui.kept();
        let own = data.imports.iter().skip(before);
        let waves: Vec<_> = own
            .map(|it| data.wave(it.wave).unwrap().period.to_string())
            .collect();
        assert_eq!(waves, ["2026H1"; 3], "{language:?}");

        let mut gui = Gui::on(language, |path| sample::without(path, EXPORT));
        gui.drop_files(&three(&gui));
        gui.click(leave_out);
        gui.settle();
        assert!(gui.shows_part(left_out), "{language:?}");
        assert_eq!(gui.kept().0.imports.len(), before);
    }
}
