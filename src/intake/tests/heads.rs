//! Exports with heads of several rows, in the shapes their makers write.

use std::path::PathBuf;

use super::book::{sheet, titles};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, Sheet, file, mapping, returns};
use crate::model::{Answer, ItemKind, LineageId, Mapping, Progress, Questionnaire, Target};

const WAYS: [(&str, Option<f64>); 3] = [("Phone", None), ("E-mail", None), ("Visit", None)];

/// What is asked, the first item by the code a platform could have given it.
fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("W", "How may we reach you?", ItemKind::Multi, &WAYS),
        item("D", "Delivery on time", ItemKind::Rating, &FIVE),
        item("T", "Comments", ItemKind::Text, &[]),
    ])
}

fn read(csv: &str, asked: &Questionnaire) -> (Sheet, Mapping, Imported) {
    let sheet = sheet("a.csv", csv.as_bytes()).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, asked, &[], None, &progress).unwrap();
    assert_eq!(mapping.undecided(), []);
    let read = returns::read(&sheet, &mapping, &context(asked, &[]), &progress).unwrap();
    assert_eq!(read.issues, []);
    (sheet, mapping, read)
}

fn answers(read: &Imported, row: usize) -> Vec<Answer> {
    read.columns.iter().map(|column| column.get(row)).collect()
}

fn target_of(mapping: &Mapping, title: &str) -> Target {
    let column = mapping.columns.iter().find(|it| it.title == title);
    column.unwrap().target
}

const QUALTRICS: &str = "\u{feff}StartDate,EndDate,Status,IPAddress,Progress,ResponseId,RecipientEmail,Q1,Q2_1,Q2_2,Q2_3,Q3_1,Q4\n\
Anfangsdatum,Enddatum,Antworttyp,IP-Adresse,Aktueller Stand,Antwort-ID,E-Mail des Empfängers,How good is it?,How may we reach you? - Phone,How may we reach you? - E-mail,How may we reach you? - Visit,How satisfied are you with - Delivery on time,Comments\n\
\"{\"\"ImportId\"\":\"\"startDate\"\",\"\"timeZone\"\":\"\"Z\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"ipAddress\"\"}\",\"{\"\"ImportId\"\":\"\"progress\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"recipientEmail\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\",\"\"choiceId\"\":\"\"1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\",\"\"choiceId\"\":\"\"2\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\",\"\"choiceId\"\":\"\"3\"\"}\",\"{\"\"ImportId\"\":\"\"QID3_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID4_TEXT\"\"}\"\n\
2026-03-01 08:28:09,2026-03-02 08:28:48,IP Address,10.0.0.1,100,R_2Y,a@b.c,很满意,Phone,,Visit,不满意,good\n\
2026-03-01 09:28:09,2026-03-01 09:28:48,IP Address,10.0.0.2,100,R_3Y,,满意,,,,一般,\n";

#[test]
fn qualtrics_has_names_titles_and_what_programs_read_above_its_returns() {
    let (sheet, mapping, read) = read(QUALTRICS, &asked());
    assert_eq!(sheet.platform.key, "qualtrics");
    assert_eq!((sheet.rows(), sheet.row_number(0)), (2, 4));
    // The columns around the questions by their names, whatever language stands below.
    assert_eq!(titles(&sheet)[..2], ["StartDate", "EndDate"]);
    assert_eq!(sheet.columns[7].title, "How good is it?");
    assert_eq!(sheet.columns[7].cell, "H2");
    let both = Answer::Options(vec![0, 2]);
    let good = Answer::Text("good".to_owned());
    assert_eq!(
        answers(&read, 0),
        [Answer::Option(0), both, Answer::Option(3), good]
    );
    assert_eq!(
        answers(&read, 1)[..3],
        [Answer::Option(1), Answer::Blank, Answer::Option(2)]
    );
    assert_eq!(read.returns[0].date, Some(jiff::civil::date(2026, 3, 2)));
    assert_eq!(read.returns[0].channel, "Qualtrics");
    assert_eq!(read.returns[0].row, 4);
    for private in ["IPAddress", "RecipientEmail"] {
        assert_eq!(target_of(&mapping, private), Target::Private, "{private}");
    }
}

#[test]
fn a_head_that_lost_its_rows_takes_no_return_for_one() {
    let lines: Vec<&str> = QUALTRICS.lines().collect();
    let cut = [lines[0], lines[3], lines[4], ""].join("\n");
    let (sheet, _, read) = read(&cut, &asked());
    assert_eq!((sheet.platform.key, read.returns.len()), ("", 2));
    assert_eq!(answers(&read, 0)[0], Answer::Option(0), "by its code");
}

#[test]
fn the_older_export_of_qualtrics_has_two_rows() {
    let csv = "\u{feff}V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q4,\n\
        ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,How good is it?,Comments,\n\
        R_2Y,Default,Anonymous,,,10.0.0.1,0,2017-07-18 08:28:09,2017-07-19 08:28:48,1,很满意,good,\n\
        R_3Y,Default,Anonymous,,,10.0.0.1,0,2017-07-18 08:28:09,2017-07-18 08:28:48,1,一般,,\n";
    let (sheet, _, read) = read(csv, &asked());
    assert_eq!(sheet.platform.key, "qualtrics-legacy");
    assert_eq!(read.returns.len(), 2);
    assert_eq!(answers(&read, 1)[0], Answer::Option(2));
    assert_eq!(read.returns[0].date, Some(jiff::civil::date(2017, 7, 19)));
}

const SURVEY_MONKEY: &str = "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,产品质量,How may we reach you?,,,,Rank these,,,How satisfied are you with,Comments\n\
,,,,,,,,,Response,Phone,E-mail,Visit,Other (please specify),Phone,E-mail,Visit,Delivery on time,Open-Ended Response\n\
11,7,03/01/2026 08:00:00 AM,03/13/2026 08:01:00 PM,10.0.0.1,,Ann,,,很满意,Phone,,Visit,by letter,1,3,2,不满意,good\n\
12,7,2026-03-01 08:00:00,2026-03-02 08:01:00,10.0.0.2,,Bob,,,满意,,,,,2,1,3,一般,\n";

#[test]
fn survey_monkey_has_questions_above_and_their_parts_below() {
    let (sheet, mapping, read) = read(SURVEY_MONKEY, &asked());
    assert_eq!(sheet.platform.key, "survey-monkey");
    assert_eq!(sheet.row_number(0), 3);
    let both = Answer::Options(vec![0, 2]);
    let good = Answer::Text("good".to_owned());
    assert_eq!(
        answers(&read, 0),
        [Answer::Option(0), both, Answer::Option(3), good]
    );
    assert_eq!(answers(&read, 1)[1], Answer::Blank);
    let dates: Vec<_> = read.returns.iter().map(|one| one.date.unwrap()).collect();
    let date = jiff::civil::date;
    assert_eq!(dates, [date(2026, 3, 13), date(2026, 3, 2)]);
    for private in ["IP Address", "First Name"] {
        assert_eq!(target_of(&mapping, private), Target::Private, "{private}");
    }
    // The ranks of the same options are no ticks.
    let ticks = mapping.columns.iter().filter(|it| {
        let of_ways = it.target.item() == Some(LineageId(1));
        of_ways && it.target != Target::Ignore
    });
    let cells: Vec<&str> = ticks.map(|it| it.cell.as_str()).collect();
    assert_eq!(cells, ["K2", "L2", "M2"]);
}

#[test]
fn days_that_stand_first_are_not_read_as_months() {
    let asked = asked();
    let csv = SURVEY_MONKEY.replace("2026-03-02 08:01:00", "02/03/2026 08:01:00 AM");
    let csv = csv.replace("03/13/2026", "13/03/2026");
    let sheet = sheet("a.csv", csv.into_bytes()).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    let dates: Vec<_> = read.returns.iter().map(|one| one.date).collect();
    // That one begins with a 13 says of the other, too, that its day comes first.
    let date = jiff::civil::date;
    assert_eq!(dates, [Some(date(2026, 3, 13)), Some(date(2026, 3, 2))]);
    assert_eq!(read.issues, []);
}

#[test]
fn two_questions_with_the_options_of_one_item_are_not_guessed() {
    let csv = SURVEY_MONKEY.replace("How may we reach you?", "Tick these");
    let (_, mapping, _) = read(&csv, &asked());
    let named = |it: &&crate::model::ColumnMapping| it.target.item() == Some(LineageId(1));
    assert_eq!(mapping.columns.iter().filter(named).count(), 0);
}

#[test]
fn jinshuju_ends_its_rows_with_who_sent_them() {
    let csv = "序号,产品质量,How may we reach you?,Comments,提交人,提交时间,修改时间,填写设备,操作系统,浏览器,IP\n\
        1,很满意,\"Phone,Visit\",good,王某,2026-03-02 08:00:00,2026-03-02 08:00:00,手机,iOS,微信,10.0.0.1\n\
        2,一般,E-mail,,,2026-03-03 08:00:00,2026-03-03 08:00:00,电脑,Windows,Chrome,10.0.0.1\n";
    let (sheet, mapping, read) = read(csv, &asked());
    assert_eq!(sheet.platform.key, "jinshuju");
    let both = Answer::Options(vec![0, 2]);
    assert_eq!(answers(&read, 0)[..2], [Answer::Option(0), both]);
    assert_eq!(read.returns[1].date, Some(jiff::civil::date(2026, 3, 3)));
    assert_eq!(read.returns[1].channel, "金数据");
    for private in ["提交人", "填写设备", "操作系统", "浏览器", "IP"] {
        assert_eq!(target_of(&mapping, private), Target::Private, "{private}");
    }
    assert_eq!(target_of(&mapping, "修改时间"), Target::Ignore);
}

/// Real ones, where they lie beside the project or where `MANYI_SHARED` says.
#[test]
fn real_exports_are_recognised() {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("MANYI_SHARED").map_or(beside, PathBuf::from);
    for (name, key, columns) in [
        ("qualtrics/qualtRics_sample.csv", "qualtrics", 20),
        (
            "qualtrics/qualtRics_sample_legacy.csv",
            "qualtrics-legacy",
            15,
        ),
        ("surveymonkey/538_StarWars.csv", "survey-monkey", 38),
    ] {
        let path = folder.join("data").join(name);
        if !path.exists() {
            println!("skipped: {name} is not at hand");
            continue;
        }
        let progress = Progress::default();
        let source = file::read(&path, &progress).unwrap();
        let sheet = sheet(&source.name, source.bytes.to_vec()).unwrap();
        assert_eq!(sheet.platform.key, key, "{name}");
        assert_eq!(sheet.columns.len(), columns, "{name}");
        assert!(
            sheet.columns.iter().all(|it| !it.title.is_empty()),
            "{name}"
        );
    }
}

/// The titles found in a sheet whose questionnaire asks these items.
fn found(texts: &[&str], rows: &[&[&str]]) -> (u32, Vec<String>) {
    let items: Vec<_> = (1..)
        .zip(texts)
        .map(|(at, text)| item(&at.to_string(), text, ItemKind::Rating, &FIVE))
        .collect();
    let mut book = super::book::open("a.xlsx", super::book::xlsx(rows)).unwrap();
    let sheet = book.read_for(0, &items, &Progress::default()).unwrap();
    let titles = sheet.columns.iter().map(|it| it.title.clone()).collect();
    (sheet.row_number(0), titles)
}

#[test]
fn a_summary_above_in_another_order_is_not_the_header() {
    let (first, titles) = found(
        &["质量", "交付", "价格"],
        &[
            &["指标", "交付", "质量", "价格"],
            &["均值", "4.2", "3.1", "2.5"],
            &[""],
            &["客户", "质量", "交付", "价格"],
            &["甲", "很满意", "一般", "不满意"],
            &["乙", "满意", "一般", "不满意"],
        ],
    );
    assert_eq!(
        (first, titles),
        (
            5,
            ["客户", "质量", "交付", "价格"].map(str::to_owned).to_vec()
        )
    );
}

#[test]
fn answers_that_are_names_of_items_are_no_header() {
    let (first, _) = found(
        &["质量", "交付", "价格", "服务"],
        &[
            &["客户", "最看重1", "最看重2", "最看重3", "质量", "交付"],
            &["甲", "价格", "质量", "服务", "很满意", "满意"],
            &["乙", "交付", "价格", "质量", "满意", "满意"],
        ],
    );
    assert_eq!(first, 2);
    // Scores that fall are answers, be the items numbered or not.
    let rows: &[&[&str]] = &[&["甲", "3", "2", "1"], &["乙", "1", "2", "3"]];
    let items: Vec<_> = ["1", "2", "3"]
        .map(|code| item(code, "x", ItemKind::Rating, &FIVE))
        .to_vec();
    let mut book = super::book::open("a.xlsx", super::book::xlsx(rows)).unwrap();
    assert!(book.read_for(0, &items, &Progress::default()).is_err());
}

#[test]
fn options_with_a_column_each_are_read_whatever_stands_between_them_in_the_whole_answer() {
    const PARTS: [(&str, Option<f64>); 3] =
        [("轴承", None), ("齿轮", None), ("油封、密封件", None)];
    let asked = questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("P", "您购买了哪些产品", ItemKind::Multi, &PARTS),
    ]);
    let mut random = fastrand::Rng::with_seed(5);
    for round in 0..50 {
        let group = if random.bool() { "产品/" } else { "" };
        let heads = PARTS.map(|(label, _)| format!("{group}您购买了哪些产品/{label}"));
        let mut csv = format!(
            "start,end,评价/产品质量,{group}您购买了哪些产品,{},_id,_uuid,_submission_time,_status\n",
            heads.join(",")
        );
        let mut chosen = Vec::new();
        for row in 0..random.usize(2..8) {
            let ticked: Vec<u8> = (0..3_u8).filter(|_| random.bool()).collect();
            let labels = ticked.iter().map(|at| PARTS[usize::from(*at)].0);
            let whole = labels.collect::<Vec<_>>().join(" ");
            let ones = (0..3_u8).map(|at| u8::from(ticked.contains(&at)).to_string());
            let ones = ones.collect::<Vec<_>>().join(",");
            csv += &format!(
                "2026-06-01T08:00:00,2026-06-01T08:01:00,满意,{whole},{ones},{row},u{row},2026-06-01T00:02:00,ok\n"
            );
            chosen.push(ticked);
        }
        let (sheet, _, read) = read(&csv, &asked);
        assert_eq!(sheet.platform.key, "kobo-toolbox");
        for (row, ticked) in chosen.into_iter().enumerate() {
            let answer = &answers(&read, row)[1];
            let none = ticked.is_empty() && answer.is_empty();
            assert!(none || *answer == Answer::Options(ticked), "{round}: {csv}");
        }
    }
}
