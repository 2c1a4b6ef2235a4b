//! Lists to choose from that lie on a form.

use super::controls::{Control, Parts, with_controls};
use super::{CHOSEN, EXPECTED, answers, languages, read, workbook};
use crate::model::Answer;

#[test]
fn what_is_chosen_from_a_list_is_the_answer() {
    for language in languages() {
        for parts in [Parts::Old, Parts::All, Parts::New] {
            let form = |range: &'static str| {
                let form = workbook(&language, |sheet| {
                    let own = range.starts_with('$');
                    for (row, label) in (0..).zip(language.labels()).filter(|_| own) {
                        sheet.write(row, 11, label).unwrap();
                    }
                    for (row, text) in (1..).zip(language.items) {
                        sheet.write(row, 0, text).unwrap();
                        sheet.write(row, 10, 3).unwrap();
                    }
                });
                let mut controls = Vec::new();
                for (row, chosen) in (1..).zip(CHOSEN) {
                    let mut control = Control::new((row, 1), "", false);
                    control.list = Some((range, chosen.map_or(0, |it| it + 1)));
                    control.link = Some(format!("$K${}", row + 1));
                    controls.push(control);
                }
                read(with_controls(&form, &controls, parts), &language.asked())
            };
            let imported = form("$L$1:$L$5");
            assert_eq!(answers(&imported), EXPECTED, "{parts:?}");
            assert_eq!(imported.issues, []);
            // What it offers stands elsewhere: somebody looks at what was chosen.
            let lost = form("'选项'!$A$1:$A$5");
            let unread = [Answer::Unreadable, Answer::Unreadable, Answer::Blank];
            assert_eq!(answers(&lost), unread, "{parts:?}");
            assert!(lost.issues[0].found.contains('1'), "{:?}", lost.issues);
        }
    }
}
