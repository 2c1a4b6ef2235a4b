//! Exports of survey platforms in the shapes their makers write, and what is no export.

use super::book::{sheet, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::heading::plain;
use crate::intake::{Imported, Sheet, mapping, platform, returns};
use crate::model::{
    Answer, ItemKind, LineageId, Mapping, Progress, Questionnaire, Target, Undecided,
};

fn asked() -> Questionnaire {
    let ways = [("电话", None), ("邮件", None), ("上门", None)];
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("Q2", "联系方式", ItemKind::Multi, &ways),
        item("Q3", "意见", ItemKind::Text, &[]),
    ])
}

fn read(rows: &[&[&str]]) -> (Sheet, Mapping, Imported) {
    let asked = asked();
    let sheet = sheet("a.xlsx", xlsx(rows)).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    assert_eq!(mapping.undecided(), []);
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    assert_eq!(read.issues, []);
    (sheet, mapping, read)
}

fn answers(read: &Imported, row: usize) -> [Answer; 2] {
    [0, 1].map(|item| read.columns[item].get(row))
}

fn target_of(mapping: &Mapping, title: &str) -> Target {
    let column = mapping.columns.iter().find(|it| it.title == title);
    column.unwrap().target
}

#[test]
fn options_of_tencent_stand_with_their_letter() {
    let (sheet, mapping, read) = read(&[
        &[
            "编号",
            "开始答题时间",
            "结束答题时间",
            "答题时长",
            "1.产品质量",
            "2.联系方式",
            "3.意见",
            "昵称",
            "IP",
            "UA",
        ],
        &[
            "1",
            "2026-03-01 08:00:00",
            "2026-03-01 08:01:00",
            "60秒",
            "A.很满意",
            "C.上门",
            "A.I. 很好",
            "x",
            "10.0.0.1",
            "y",
        ],
        &[
            "2",
            "2026-03-01 09:00:00",
            "2026-03-02 09:01:00",
            "61秒",
            "D.不满意",
            "B.邮件",
            "",
            "x",
            "10.0.0.1",
            "y",
        ],
    ]);
    assert_eq!(sheet.platform.key, "tencent");
    assert_eq!(
        answers(&read, 0),
        [Answer::Option(0), Answer::Options(vec![2])]
    );
    assert_eq!(
        answers(&read, 1),
        [Answer::Option(3), Answer::Options(vec![1])]
    );
    assert_eq!(read.columns[2].get(0), Answer::Text("A.I. 很好".to_owned()));
    assert_eq!(read.returns[1].date, Some(jiff::civil::date(2026, 3, 2)));
    assert_eq!(read.returns[1].channel, "腾讯问卷");
    for private in ["昵称", "IP", "UA"] {
        assert_eq!(target_of(&mapping, private), Target::Private, "{private}");
    }
}

#[test]
fn several_choices_of_microsoft_forms_end_with_their_mark() {
    let (sheet, mapping, read) = read(&[
        &[
            "ID",
            "Start time",
            "Completion time",
            "Email",
            "Name",
            "产品质量",
            "Points - 产品质量",
            "联系方式",
        ],
        &[
            "1",
            "2026-03-01 08:00",
            "2026-03-01 08:01",
            "anonymous",
            "",
            "满意",
            "5",
            "电话;上门;",
        ],
        &[
            "2",
            "2026-03-01 08:00",
            "2026-03-01 08:01",
            "anonymous",
            "",
            "一般",
            "0",
            "邮件;",
        ],
    ]);
    assert_eq!(sheet.platform.key, "microsoft-forms");
    assert_eq!(
        answers(&read, 0),
        [Answer::Option(1), Answer::Options(vec![0, 2])]
    );
    assert_eq!(
        answers(&read, 1),
        [Answer::Option(2), Answer::Options(vec![1])]
    );
    assert_eq!(read.returns[0].date, Some(jiff::civil::date(2026, 3, 1)));
    assert_eq!(target_of(&mapping, "Email"), Target::Private);
    assert_eq!(target_of(&mapping, "Points - 产品质量"), Target::Ignore);
}

#[test]
fn lines_of_a_grid_of_google_forms_are_items() {
    for time in ["Timestamp", "时间戳记"] {
        let (sheet, _, read) = read(&[
            &[time, "您对我们的评价 [产品质量]", "联系方式", "意见 [选填]"],
            &["2026/3/1 8:00:00", "很满意", "电话, 上门", ""],
            &["2026/3/1 9:00:00", "不满意", "邮件", ""],
        ]);
        assert_eq!(sheet.platform.key, "google-forms");
        assert_eq!(
            answers(&read, 0),
            [Answer::Option(0), Answer::Options(vec![0, 2])]
        );
        assert_eq!(
            answers(&read, 1),
            [Answer::Option(3), Answer::Options(vec![1])]
        );
        assert_eq!(read.returns[0].date, Some(jiff::civil::date(2026, 3, 1)));
    }
}

const SPREAD: [&str; 5] = [
    "序号",
    "1、产品质量",
    "第2题(电话)",
    "第2题(邮件)",
    "第2题(上门)",
];

#[test]
fn options_with_a_column_each_are_one_answer() {
    let (_, mapping, read) = read(&[
        &SPREAD,
        &["1", "很满意", "1", "0", "1"],
        &["2", "满意", "0", "1", "0"],
        &["3", "满意", "0", "0", "0"],
        &["4", "满意", "-3", "-3", "-3"],
        &["5", "满意", "1", "0", "1"],
    ]);
    let option = |option| Target::ItemOption(LineageId(1), option);
    let targets: Vec<Target> = mapping.columns.iter().map(|it| it.target).collect();
    assert_eq!(targets[2..], [option(0), option(1), option(2)]);
    let answers: Vec<Answer> = (0..5).map(|row| read.columns[1].get(row)).collect();
    let both = Answer::Options(vec![0, 2]);
    assert_eq!(
        answers,
        [
            both.clone(),
            Answer::Options(vec![1]),
            Answer::Blank,
            Answer::Skipped,
            both
        ]
    );
}

#[test]
fn a_tick_nobody_can_read_is_an_issue_of_its_cell() {
    let asked = asked();
    let rows: &[&[&str]] = &[
        &SPREAD,
        &["1", "很满意", "1", "maybe", "1"],
        &["2", "满意", "0", "1", "0"],
    ];
    let sheet = sheet("a.xlsx", xlsx(rows)).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    assert_eq!(read.columns[1].get(0), Answer::Unreadable);
    let issues: Vec<_> = read
        .issues
        .iter()
        .map(|it| (&*it.cell, &*it.found))
        .collect();
    assert_eq!(issues, [("D2", "maybe")]);
}

#[test]
fn options_of_two_items_or_of_none_are_not_guessed() {
    let ways = [("电话", None), ("邮件", None), ("上门", None)];
    let again = item("Q4", "希望的方式", ItemKind::Multi, &ways);
    let mut two = asked();
    let lineage = LineageId(3);
    two.items.push(crate::model::Item { lineage, ..again });
    let mut other = SPREAD;
    other[4] = "第2题(传真)";
    for (titles, asked) in [(SPREAD, two), (other, asked())] {
        let sheet = sheet("a.xlsx", xlsx(&[&titles, &["1", "满意", "1", "0", "1"]])).unwrap();
        let mapping = mapping::propose(&sheet, &asked, &[], None, &Progress::default()).unwrap();
        assert_eq!(mapping.columns_of(Target::Ignore).count(), 4, "{titles:?}");
    }
}

#[test]
fn an_item_has_one_column_or_some_for_its_options() {
    let asked = asked();
    let sheet = sheet("a.xlsx", xlsx(&[&SPREAD, &["1", "满意", "1", "0", "1"]])).unwrap();
    let mut mapping = mapping::propose(&sheet, &asked, &[], None, &Progress::default()).unwrap();
    let target = Target::Item(LineageId(1));
    mapping.columns[3].target = target;
    let columns = vec![2, 3, 4];
    assert_eq!(
        mapping.undecided(),
        [Undecided::Conflict { target, columns }]
    );
    assert_eq!(mapping.settled().columns_of(Target::Ignore).count(), 4);
}

#[test]
fn anybodys_table_is_of_no_platform() {
    for titles in [
        &["序号", "客户", "产品质量"][..],
        &["ID", "Name", "Email", "产品质量"],
        &["编号", "用户类型", "产品质量"],
    ] {
        let texts: Vec<&str> = titles.iter().map(|_| "很满意").collect();
        let sheet = sheet("a.xlsx", xlsx(&[titles, &texts, &texts[..1]])).unwrap();
        assert_eq!(*sheet.platform, platform::PLAIN, "{titles:?}");
    }
}

#[test]
fn platforms_are_told_apart() {
    let mut keys: Vec<&str> = platform::ALL.iter().map(|it| it.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), platform::ALL.len());
    for one in platform::ALL {
        let headings = one.marks.columns.iter().chain(one.private);
        for heading in headings.chain(one.fields.iter().map(|(heading, _)| heading)) {
            assert_eq!(plain(heading), *heading, "as headings are compared");
        }
    }
}

#[test]
fn exports_of_other_platforms_are_known_by_the_columns_around_their_questions() {
    let exports: [(&str, &[&str], &[&str], &str); 4] = [
        (
            "lime-survey",
            &[
                "id",
                "submitdate",
                "lastpage",
                "startlanguage",
                "seed",
                "ipaddr",
                "Q1. 产品质量",
                "Q2[SQ001]. 联系方式 [电话]",
                "Q2[SQ002]. 联系方式 [邮件]",
            ],
            &[
                "1",
                "2026-06-01 08:00:00",
                "2",
                "zh",
                "77",
                "192.0.2.1",
                "5 (很满意)",
                "",
                "",
            ],
            "submitdate",
        ),
        (
            "kobo-toolbox",
            &[
                "start",
                "end",
                "产品质量",
                "意见",
                "_id",
                "_uuid",
                "_submission_time",
                "_status",
            ],
            &[
                "2026-06-01T08:00:00.000+08:00",
                "2026-06-01T08:01:00.000+08:00",
                "很满意",
                "快",
                "7",
                "a-b",
                "2026-06-01T00:02:00",
                "submitted",
            ],
            "_submission_time",
        ),
        (
            "typeform",
            &[
                "#",
                "产品质量",
                "Response Type",
                "Start Date (UTC)",
                "Submit Date (UTC)",
                "Network ID",
                "Tags",
            ],
            &[
                "abc1",
                "很满意",
                "completed",
                "2026-06-01 08:00:00",
                "2026-06-01 08:02:00",
                "f00",
                "",
            ],
            "Submit Date (UTC)",
        ),
        (
            "jotform",
            &[
                "Submission Date",
                "评价 >> 产品质量",
                "Submission IP",
                "Submission ID",
            ],
            &["Jun 1, 2026", "很满意", "192.0.2.1", "5551"],
            "Submission Date",
        ),
    ];
    let asked = asked();
    for (key, titles, row, date) in exports {
        let sheet = sheet("a.xlsx", xlsx(&[titles, row])).unwrap();
        assert_eq!(sheet.platform.key, key);
        let progress = Progress::default();
        let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
        assert_eq!(target_of(&mapping, date), Target::Date, "{key}");
        let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
        assert_eq!(read.columns[0].get(0), Answer::Option(0), "{key}");
        assert_eq!(read.issues, [], "{key}");
        assert!(read.returns[0].date.is_some(), "{key}");
    }
}
