//! Whether the words say what they have to: where it is and what to do.

use super::*;
use crate::analysis::SegmentKey;
use crate::intake::{DefinitionFault, FileFault, ForeignKind, MappingFault};
use crate::store::StoreError;
use crate::store::copies::Note;

fn both(error: &JobError) -> [String; 2] {
    Language::ALL.map(|language| explain(error, language))
}

#[test]
fn a_cell_is_named_with_its_file_and_sheet() {
    let error = JobError::from(IntakeError::Definition {
        place: Box::new(Place {
            file: "def.xlsx".to_owned(),
            sheet: "题项".to_owned(),
            cell: "E7".to_owned(),
        }),
        fault: DefinitionFault::UnknownScale {
            name: "五级".to_owned(),
        },
    });
    for text in both(&error) {
        for part in ["def.xlsx", "题项", "E7", "五级"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}

#[test]
fn a_column_goes_by_the_name_of_the_language() {
    let place = Box::new(Place::default());
    let fault = DefinitionFault::MissingValue { heading: "weight" };
    let error = JobError::from(IntakeError::Definition { place, fault });
    let [chinese, english] = both(&error);
    assert!(chinese.contains("“权重”"), "{chinese}");
    assert!(english.contains("\"Weight\""), "{english}");
}

#[test]
fn undecided_numbers_name_the_flag() {
    let error = JobError::from(IntakeError::Mapping {
        file: "a.csv".to_owned(),
        sheet: "a".to_owned(),
        fault: MappingFault::Undecided {
            cell: "N1".to_owned(),
            title: "PR1".to_owned(),
        },
    });
    for text in both(&error) {
        for part in ["a.csv", "N1", "PR1", "--values scores", "--values codes"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}

#[test]
fn sizes_are_whole_megabytes() {
    let error = JobError::from(IntakeError::File {
        file: "a.xlsx".to_owned(),
        fault: FileFault::TooLarge {
            bytes: (256 << 20) + 1,
            limit: 256 << 20,
        },
    });
    for text in both(&error) {
        assert!(text.contains("257 MB") && text.contains("256 MB"), "{text}");
    }
}

#[test]
fn who_holds_the_workspace_is_told() {
    let held = StoreError::Held {
        by: "li@office".to_owned(),
        since: Some("2026-07-06T01:02:03Z".parse().unwrap()),
    };
    let error = JobError::of_file(std::path::Path::new("firm.manyi"), held);
    for text in both(&error) {
        for part in ["firm.manyi", "li@office", "2026-07-0"] {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}

#[test]
fn chinese_stands_beside_chinese_without_a_space() {
    let foreign = |kind| {
        let error = JobError::from(IntakeError::File {
            file: "a.xlsx".to_owned(),
            fault: FileFault::NotASpreadsheet(kind),
        });
        explain(&error, Language::Zh)
    };
    assert!(foreign(ForeignKind::Picture).contains("这是图片文件"));
    assert!(foreign(ForeignKind::Pdf).contains("这是 PDF 文件"));
}

#[test]
fn an_old_document_is_refused_with_what_to_save_it_as() {
    for language in Language::ALL {
        let error = JobError::from(IntakeError::File {
            file: "a.doc".to_owned(),
            fault: FileFault::NotASpreadsheet(ForeignKind::OldWord),
        });
        let said = explain(&error, language);
        assert!(said.contains("a.doc") && said.contains(".docx"), "{said}");
    }
}

#[test]
fn key_accounts_go_by_the_word_of_the_language() {
    let names = JobError::UnknownSegment {
        name: "colour".to_owned(),
        known: vec!["区域".to_owned()],
        own: vec![SegmentKey::Key],
    };
    assert!(explain(&names, Language::Zh).contains("重点客户、区域"));
    assert!(explain(&names, Language::En).contains("Key accounts, 区域"));
    let value = JobError::UnknownKeyAccount {
        value: "maybe".to_owned(),
    };
    assert!(explain(&value, Language::Zh).contains("是、否"));
}

#[test]
fn a_copy_that_could_not_be_kept_says_nothing_else_of_the_change() {
    let path = std::path::Path::new("firm.manyi");
    let note = Note::NotKept(StoreError::DiskFull);
    let [chinese, english] = Language::ALL.map(|language| copy_note(path, &note, language));
    assert!(
        chinese.contains("已保存") && chinese.contains("磁盘已满"),
        "{chinese}"
    );
    assert!(!chinese.contains("没有改动"), "{chinese}");
    assert!(
        english.contains("saved") && english.contains("disk is full"),
        "{english}"
    );
    assert!(!english.contains("unchanged"), "{english}");
}

#[test]
fn what_libraries_say_stays_out_of_the_sentence() {
    let said = |error: StoreError| both(&JobError::of_file(Path::new("a b.manyi"), error));
    let foreign = "unable to open database file";
    for error in [
        StoreError::Damaged(foreign.to_owned()),
        StoreError::Altered(foreign.to_owned()),
        StoreError::Disk(foreign.to_owned()),
        StoreError::Io {
            path: "a b.manyi".into(),
            source: std::io::Error::other(foreign),
        },
    ] {
        for text in said(error) {
            assert!(!text.contains("unable"), "{text}");
        }
    }
    let [chinese, _] = said(StoreError::Damaged(String::new()));
    assert!(
        chinese.contains("manyi restore 'a b.manyi' --list") || cfg!(windows),
        "{chinese}"
    );
    // What nobody thought of is reported, on a line of its own.
    let [chinese, _] = said(StoreError::Unexpected(foreign.to_owned()));
    let lines: Vec<&str> = chinese.lines().collect();
    assert!(
        !lines[0].contains(foreign) && lines[1].contains(foreign),
        "{chinese}"
    );
}

#[test]
fn long_lists_are_cut() {
    let names: Vec<String> = (1..=20).map(|at| format!("Q{at}")).collect();
    let text = list(&names, Language::En);
    assert!(
        text.contains("Q12") && !text.contains("Q13") && text.contains("20"),
        "{text}"
    );
    assert_eq!(list::<&str>(&[], Language::En), "(none)");
}

#[test]
fn why_a_file_was_not_written_is_said_in_the_language() {
    let said = |kind: std::io::ErrorKind| {
        let error = JobError::Write {
            path: "a.pdf".into(),
            source: kind.into(),
        };
        both(&error)
    };
    use std::io::ErrorKind::{IsADirectory, NotFound, PermissionDenied, StorageFull};
    for (kind, words) in [
        (StorageFull, ["磁盘已满", "disk is full"]),
        (PermissionDenied, ["不允许写入", "may not be written"]),
        (NotFound, ["没有这个文件夹", "no such folder"]),
        (IsADirectory, ["是一个文件夹", "is a folder"]),
    ] {
        for (text, word) in said(kind).iter().zip(words) {
            assert!(text.contains(word) && text.contains("a.pdf"), "{text}");
        }
        let [chinese, _] = said(kind);
        let english = chinese.replace("a.pdf", "");
        let english = english.chars().any(|c| c.is_ascii_alphabetic());
        assert!(!english, "{chinese}");
    }
}

#[test]
fn a_file_where_a_folder_belongs_is_said_in_words() {
    use std::io::ErrorKind::{AlreadyExists, NotADirectory};
    for kind in [AlreadyExists, NotADirectory] {
        let said = |language| super::reason::reason(&kind.into(), language);
        assert_eq!(said(Language::Zh), "那里是文件，不是文件夹");
        assert_eq!(said(Language::En), "a file is there and no folder");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_from_a_file() {
    let path = std::path::Path::new("x.manyi");
    let error = JobError::of_file(path, StoreError::ProtectedFolder);
    let [chinese, english] = both(&error);
    assert!(chinese.contains("文件夹不允许写入"), "{chinese}");
    assert!(english.contains("folder may not be written"), "{english}");
}

#[test]
fn every_platform_has_a_name_of_its_own() {
    for language in Language::ALL {
        let name = |key: &str| crate::i18n::platform::name(language, key);
        assert_eq!(name("what nobody knows"), name(""));
        for platform in crate::intake::platform::ALL {
            assert_ne!(name(platform.key), name(""), "{}", platform.key);
        }
    }
}
