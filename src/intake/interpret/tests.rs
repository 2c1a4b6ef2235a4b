//! One cell after another.

use super::*;
use crate::intake::options::tests::scale;
use crate::intake::platform::PLAIN;
use crate::model::{LineageId, Origin};

/// An item of a kind, with a scale of labels and scores if any are given.
pub fn item(kind: ItemKind, options: &[(&str, Option<f64>)]) -> Item {
    Item {
        lineage: LineageId(1),
        origin: Origin::New,
        from: Vec::new(),
        code: "Q1".to_owned(),
        text: "质量".to_owned(),
        dimension: None,
        kind,
        scale: (!options.is_empty()).then(|| scale(options)),
        scored: kind.scored_by_default(),
        weight: 1.0,
        required: false,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}

pub const FIVE: [(&str, Option<f64>); 5] = [
    ("很满意", Some(5.0)),
    ("满意", Some(4.0)),
    ("一般", Some(3.0)),
    ("不满意", Some(2.0)),
    ("很不满意", Some(1.0)),
];

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn read(item: &Item, reading: Reading, cell: &Cell) -> Answer {
    Interpreter::new(item, reading, &PLAIN).read(cell)
}

#[test]
fn a_rating_is_read_as_asked() {
    let item = item(ItemKind::Rating, &FIVE);
    let (labels, scores, numbers) = (Reading::Labels, Reading::Scores, Reading::OptionNumbers);
    assert_eq!(read(&item, labels, &text("满 意")), Answer::Option(1));
    assert_eq!(read(&item, labels, &Cell::Number(4.0)), Answer::Unreadable);
    assert_eq!(read(&item, scores, &Cell::Number(4.0)), Answer::Option(1));
    assert_eq!(read(&item, scores, &text(" ４ ")), Answer::Option(1));
    assert_eq!(read(&item, scores, &text("满意")), Answer::Option(1));
    assert_eq!(read(&item, numbers, &Cell::Number(4.0)), Answer::Option(3));
    assert_eq!(read(&item, scores, &Cell::Number(7.0)), Answer::Unreadable);
    for (cell, answer) in [
        (Cell::Empty, Answer::Blank),
        (text("(跳过)"), Answer::Skipped),
        (text("（空）"), Answer::Blank),
        (text("不适用"), Answer::NotApplicable),
        (text("N/A"), Answer::NotApplicable),
        (Cell::Error("#DIV/0!"), Answer::Unreadable),
        (text("还行"), Answer::Unreadable),
        (Cell::Bool(true), Answer::Unreadable),
        (Cell::Number(-3.0), Answer::Unreadable),
    ] {
        assert_eq!(read(&item, scores, &cell), answer, "{cell:?}");
    }
    let export = Interpreter::new(&item, scores, platform::ALL[0]);
    assert_eq!(export.read(&Cell::Number(-3.0)), Answer::Skipped);
    assert_eq!(export.read(&Cell::Number(-2.0)), Answer::Blank);
}

#[test]
fn yes_and_no_come_in_both_languages() {
    let item = item(ItemKind::YesNo, &[("是", Some(1.0)), ("否", Some(0.0))]);
    for cell in [text("是"), text("Yes"), Cell::Bool(true)] {
        assert_eq!(
            read(&item, Reading::Labels, &cell),
            Answer::Option(0),
            "{cell:?}"
        );
    }
    assert_eq!(read(&item, Reading::Labels, &text("N")), Answer::Option(1));
    assert_eq!(
        read(&item, Reading::Scores, &Cell::Number(0.0)),
        Answer::Option(1)
    );
}

#[test]
fn several_options_are_cut_where_no_label_is() {
    let item = item(
        ItemKind::Multi,
        &[
            ("运动", None),
            ("音乐、艺术", None),
            ("旅游", None),
            ("其他", None),
        ],
    );
    for (cell, ticked) in [
        ("运动┋旅游", vec![0, 2]),
        ("旅游;运动; 旅游", vec![0, 2]),
        ("音乐、艺术", vec![1]),
        ("音乐、艺术，运动", vec![0, 1]),
        ("运动┋其他〖钓鱼；看书┋下棋〗", vec![0, 3]),
        ("运动、旅游", vec![0, 2]),
        ("运动、音乐、艺术、旅游", vec![0, 1, 2]),
    ] {
        assert_eq!(
            read(&item, Reading::Labels, &text(cell)),
            Answer::Options(ticked),
            "{cell}"
        );
    }
    assert_eq!(
        read(&item, Reading::Labels, &text("运动、音乐")),
        Answer::Unreadable
    );
    assert_eq!(
        read(&item, Reading::Labels, &text("运动┋登山")),
        Answer::Unreadable
    );
    assert_eq!(
        read(&item, Reading::OptionNumbers, &text("1┋3")),
        Answer::Options(vec![0, 2])
    );
}

#[test]
fn open_questions_keep_their_kind() {
    let nps = item(ItemKind::Nps, &[]);
    assert_eq!(
        read(&nps, Reading::Number, &text("１０")),
        Answer::Number(10.0)
    );
    for wrong in [Cell::Number(11.0), Cell::Number(9.5), text("九")] {
        assert_eq!(
            read(&nps, Reading::Number, &wrong),
            Answer::Unreadable,
            "{wrong:?}"
        );
    }
    let number = item(ItemKind::Number, &[]);
    assert_eq!(
        read(&number, Reading::Number, &Cell::Number(120.5)),
        Answer::Number(120.5)
    );
    let comment = item(ItemKind::Text, &[]);
    assert_eq!(
        read(&comment, Reading::Text, &text("好")),
        Answer::Text("好".to_owned())
    );
    assert_eq!(read(&comment, Reading::Text, &text("(空)")), Answer::Blank);
    assert_eq!(
        read(&comment, Reading::Text, &text("NA")),
        Answer::Text("NA".to_owned())
    );
    assert_eq!(
        read(&comment, Reading::Text, &Cell::Error("#N/A")),
        Answer::Unreadable
    );
    let date = item(ItemKind::Date, &[]);
    assert_eq!(
        read(&date, Reading::Date, &text("2026/6/1")),
        Answer::Text("2026-06-01".to_owned())
    );
}

#[test]
fn an_option_is_named_in_many_ways() {
    let item = item(ItemKind::Rating, &FIVE);
    let option = |at: usize| Answer::Option(at as u8);
    for (at, (label, score)) in FIVE.iter().enumerate() {
        let score = score.unwrap();
        let place = at + 1;
        let circled = ["①", "②", "③", "④", "⑤"][at];
        let numeral = ["五", "四", "三", "二", "一"][at];
        let stars = "★".repeat(5 - at) + &"☆".repeat(at);
        for cell in [
            format!("{circled}{label}"),
            format!("{circled} {label}"),
            format!("{label}。"),
            format!("{label}；"),
            format!("【{label}】"),
            format!("“{label}”"),
            format!("√{label}"),
            format!("{label} ✓"),
            format!("☑ {label}"),
            format!("{score} {label}"),
            format!("{score}分 {label}"),
            format!("{label}【{score}】"),
            format!("{place}. {label}"),
            format!("{score}星"),
            format!("{score} stars"),
            format!("{numeral}分"),
            format!("{numeral}星"),
            format!("{score}/5"),
            stars,
        ] {
            assert_eq!(
                read(&item, Reading::Labels, &text(&cell)),
                option(at),
                "{cell}"
            );
        }
        let comma = text(&format!("{score},0"));
        assert_eq!(read(&item, Reading::Scores, &comma), option(at));
        let letter = text(&char::from(b'A' + at as u8).to_string());
        assert_eq!(read(&item, Reading::OptionNumbers, &letter), option(at));
        for asked in [Reading::Labels, Reading::Scores] {
            assert_eq!(read(&item, asked, &letter), Answer::Unreadable, "{at}");
        }
    }
    for nothing in [
        "√",
        "☆☆☆☆☆",
        "★★★★★★",
        "★★★☆",
        "3/10",
        "6/5",
        "六分",
        "5,5",
        "满意满意",
        "√满意√一般",
        "□满意",
        "☑很满意 □满意",
        "③ 15天内",
        "很满意/满意",
        "5 满意",
        "满意【5】",
    ] {
        for reading in [Reading::Labels, Reading::Scores] {
            let read = read(&item, reading, &text(nothing));
            assert_eq!(read, Answer::Unreadable, "{nothing}");
        }
    }
}

#[test]
fn words_beside_an_option_stay_with_it() {
    let options = ["电话", "邮件", "其他", "Other (please specify)", "其他部门"];
    let options: Vec<_> = options.iter().map(|it| (*it, None)).collect();
    // Text, the places of its options, and whether words stand beside them.
    let cases: [(&str, Option<&[u8]>, bool); 24] = [
        ("电话", Some(&[0]), false),
        ("其他〖钓鱼〗", Some(&[2]), true),
        ("其他〖〗", Some(&[2]), false),
        ("其他〖没有关上", Some(&[2]), true),
        ("A.其他〖钓鱼〗", Some(&[2]), true),
        ("其他(请填写)：钓鱼", Some(&[2]), true),
        ("其他：钓鱼", Some(&[2]), true),
        ("其他___钓鱼", Some(&[2]), true),
        ("其他（钓鱼）", Some(&[2]), true),
        ("Other: by boat", Some(&[3]), true),
        ("other (by boat)", Some(&[3]), true),
        ("Other (please specify): by boat", Some(&[3]), true),
        ("其他部门", Some(&[4]), false),
        // What only looks like words, or could be another option.
        ("其他：", None, false),
        ("其他：无", None, false),
        ("其他：0", None, false),
        ("其他: √", None, false),
        ("其他：电话", None, false),
        ("其他钓鱼", None, false),
        ("其他部门：采购", None, false),
        ("电话：不用", None, false),
        ("Other boats", None, false),
        ("电话:138", None, false),
        ("电话（1）", Some(&[0]), false),
    ];
    for (text, places, written) in cases {
        for kind in [ItemKind::Single, ItemKind::Multi] {
            let item = item(kind, &options);
            let interpreter = Interpreter::new(&item, Reading::Labels, &PLAIN);
            let cell = Cell::Text(text.into());
            let places = places.map(<[u8]>::to_vec);
            let expected = match (places, kind) {
                (None, _) => Answer::Unreadable,
                (Some(places), ItemKind::Multi) => Answer::Options(places),
                (Some(places), _) => Answer::Option(places[0]),
            };
            assert_eq!(interpreter.read(&cell), expected, "{text} {kind:?}");
            let kept = interpreter.written(&cell);
            assert_eq!(kept, written.then(|| text.to_owned()), "{text} {kind:?}");
        }
    }
    let several = item(ItemKind::Multi, &options);
    let interpreter = Interpreter::new(&several, Reading::Labels, &PLAIN);
    for (text, places, written) in [
        ("电话┋其他〖钓鱼┋看书〗", vec![0, 2], true),
        ("电话;其他：钓鱼", vec![0, 2], true),
        ("电话\n邮件", vec![0, 1], false),
    ] {
        let cell = Cell::Text(text.into());
        assert_eq!(interpreter.read(&cell), Answer::Options(places), "{text}");
        assert_eq!(interpreter.written(&cell).is_some(), written, "{text}");
    }
    // A scored option with words behind it says something else.
    let rated = item(ItemKind::Rating, &FIVE);
    let interpreter = Interpreter::new(&rated, Reading::Labels, &PLAIN);
    let cell = Cell::Text("满意：不太".into());
    assert_eq!(interpreter.read(&cell), Answer::Unreadable);
}
