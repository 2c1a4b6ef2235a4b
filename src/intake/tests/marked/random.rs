//! Any answers, given in any way people tick, are read back as they were given.

use rust_xlsxwriter::{Format, Worksheet};

use super::controls::{Control, Parts, with_controls};
use super::{Language, answers, languages, read, under, workbook};
use crate::model::Answer;

/// How a form is filled in.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// Below the options.
    Tick(&'static str),
    Native,
    BareControl,
    Linked,
    FilledBelow,
    /// Options on each line.
    Boxed(&'static str, &'static str),
    LabelledControls,
    ControlsInOneCell,
    BesideControls,
    BoldCell,
    FilledCell,
    BoldWords,
}

const BELOW: [Way; 8] = [
    Way::Tick("√"),
    Way::Tick("✔"),
    Way::Tick("☑"),
    Way::Tick("■"),
    Way::Native,
    Way::BareControl,
    Way::Linked,
    Way::FilledBelow,
];
const BESIDE: [Way; 9] = [
    Way::Boxed("□", "☑"),
    Way::Boxed("（ ）", "（√）"),
    Way::Boxed("£", "R"),
    Way::LabelledControls,
    Way::ControlsInOneCell,
    Way::BesideControls,
    Way::BoldCell,
    Way::FilledCell,
    Way::BoldWords,
];

/// One line below the options.
fn below(
    sheet: &mut Worksheet,
    controls: &mut Vec<Control>,
    (row, way): (u32, Way),
    chosen: Option<u16>,
    seed: &mut fastrand::Rng,
) {
    let column = chosen.map(|it| it + 1);
    match (way, column) {
        (Way::Tick(tick), Some(column)) => {
            sheet.write(row, column, tick).unwrap();
        }
        (Way::FilledBelow, Some(column)) => {
            let format = Format::new().set_background_color("#FFFF00");
            sheet.write_blank(row, column, &format).unwrap();
        }
        (Way::Native, _) => {
            for at in 1..=5 {
                sheet.insert_checkbox(row, at, Some(at) == column).unwrap();
            }
        }
        (Way::BareControl | Way::Linked, _) => {
            for at in 1..=5_u16 {
                let ticked = Some(at) == column;
                let mut control = Control::new((row, at.into()), "", ticked);
                control.into = (seed.u32(0..30), seed.u32(0..10));
                if matches!(way, Way::Linked) {
                    let link = 10 + at;
                    sheet.write(row, link, ticked).unwrap();
                    let letter = char::from(b'A' + u8::try_from(link).unwrap());
                    control.link = Some(format!("${letter}${}", row + 1));
                }
                controls.push(control);
            }
        }
        _ => {}
    }
}

/// One line with its own options.
fn beside(
    sheet: &mut Worksheet,
    controls: &mut Vec<Control>,
    (row, way): (u32, Way),
    chosen: Option<u16>,
    labels: [&str; 5],
) {
    let bold = Format::new().set_bold();
    let filled = Format::new().set_background_color("#92D050");
    let plain = Format::new();
    let all = || (0_u16..).zip(labels);
    match way {
        Way::Boxed(empty, ticked) => {
            let drawn = all().map(|(at, label)| {
                let mark = if chosen == Some(at) { ticked } else { empty };
                format!("{mark}{label}")
            });
            let text = drawn.collect::<Vec<_>>().join(" ");
            sheet.write(row, 1, text).unwrap();
        }
        Way::LabelledControls | Way::ControlsInOneCell => {
            for (at, label) in all() {
                let one = matches!(way, Way::ControlsInOneCell);
                let column = if one { 1 } else { u32::from(at) + 1 };
                let mut control = Control::new((row, column), label, chosen == Some(at));
                control.into.0 = if one { u32::from(at) * 10 } else { 3 };
                controls.push(control);
            }
        }
        Way::BesideControls => {
            for (at, label) in all() {
                sheet.write(row, at + 1, label).unwrap();
                controls.push(Control::new(
                    (row, u32::from(at) + 1),
                    "",
                    chosen == Some(at),
                ));
            }
        }
        Way::BoldCell | Way::FilledCell => {
            let marked = if matches!(way, Way::BoldCell) {
                &bold
            } else {
                &filled
            };
            for (at, label) in all() {
                let format = if chosen == Some(at) { marked } else { &plain };
                sheet.write_with_format(row, at + 1, label, format).unwrap();
            }
        }
        Way::BoldWords => {
            let pieces = all().flat_map(|(at, label)| {
                let format = if chosen == Some(at) { &bold } else { &plain };
                [(format, label), (&plain, " / ")]
            });
            let pieces: Vec<_> = pieces.collect();
            sheet.write_rich_string(row, 1, &pieces).unwrap();
        }
        _ => {}
    }
}

fn filled(
    language: &Language,
    chosen: [Option<u16>; 3],
    seed: &mut fastrand::Rng,
) -> (Vec<u8>, [Way; 3]) {
    let is_below = seed.bool();
    let ways = [(); 3].map(|()| match is_below {
        true => BELOW[seed.usize(..BELOW.len())],
        false => BESIDE[seed.usize(..BESIDE.len())],
    });
    let mut controls = Vec::new();
    let form = workbook(language, |sheet| {
        if is_below {
            under(sheet, language);
        }
        for ((row, way), chosen) in (2..).zip(ways).zip(chosen) {
            let text = language.items[row as usize - 2];
            sheet.write(row, 0, text).unwrap();
            match is_below {
                true => below(sheet, &mut controls, (row, way), chosen, seed),
                false => beside(sheet, &mut controls, (row, way), chosen, language.labels()),
            }
        }
    });
    let parts = [Parts::Old, Parts::All, Parts::New, Parts::Libre][seed.usize(..4)];
    seed.shuffle(&mut controls);
    (with_controls(&form, &controls, parts), ways)
}

#[test]
fn any_form_reads_back_as_it_was_filled_in() {
    let mut seed = fastrand::Rng::with_seed(11);
    for round in 0..400 {
        let language = &languages()[round % 2];
        let mut chosen = [(); 3].map(|()| (seed.u8(..8) > 0).then(|| seed.u16(..5)));
        // Nothing at all is no return.
        chosen[0].get_or_insert(4);
        let (bytes, ways) = filled(language, chosen, &mut seed);
        let imported = read(bytes, &language.asked());
        let said = answers(&imported);
        for ((said, chosen), way) in said.iter().zip(chosen).zip(ways) {
            let told = format!("round {round}: {chosen:?} by {way:?} gave {said:?}");
            match (chosen, way) {
                (Some(option), _) => {
                    assert_eq!(*said, Answer::Option(option as u8), "{told}");
                }
                // Options that stand there and none looks unlike the others.
                (None, Way::BoldCell | Way::FilledCell | Way::BoldWords) => {
                    assert!(!matches!(said, Answer::Option(_)), "{told}");
                }
                (None, _) => assert_eq!(*said, Answer::Blank, "{told}"),
            }
        }
        let unsure = said.iter().filter(|it| **it == Answer::Unreadable).count();
        assert_eq!(imported.issues.len(), unsure, "round {round}");
    }
}
