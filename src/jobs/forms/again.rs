//! The step whose inverse takes back everything that came in at once.

use crate::model::{Change, Edit, Import, Step, StepKind};

/// Lets all of them count again.
pub(super) fn again<'a>(imports: impl Iterator<Item = &'a Import> + Clone) -> Step {
    let edit = |import: &Import| {
        let undone = Import {
            undone: true,
            ..import.clone()
        };
        Change::Import(Edit::changed(undone, import.clone()))
    };
    let names: Vec<&str> = imports.clone().map(|it| it.file.as_str()).collect();
    let changes = imports.map(edit).collect();
    Step::new(StepKind::RestoreImport, called(&names), changes)
}

/// The first of several by its name, and how many more there are.
fn called(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, more @ ..] => format!("{first} + {}", more.len()),
    }
}
