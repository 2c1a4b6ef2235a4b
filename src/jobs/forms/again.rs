//! The step whose inverse takes back everything that came in at once.

use crate::model::{Change, Edit, Import, Step, StepKind};

/// Lets all of them count again, behind the changes that came in one step with them.
pub(super) fn again<'a>(
    imports: impl Iterator<Item = &'a Import> + Clone,
    before: Vec<Change>,
) -> Step {
    let edit = |import: &Import| {
        let undone = Import {
            undone: true,
            ..import.clone()
        };
        Change::Import(Edit::changed(undone, import.clone()))
    };
    let names: Vec<&str> = imports.clone().map(|it| it.file.as_str()).collect();
    let changes = before.into_iter().chain(imports.map(edit));
    Step::new(StepKind::RestoreImport, called(&names), changes.collect())
}

/// The first of several by its name, and how many more there are.
pub(super) fn called(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, more @ ..] => format!("{first} + {}", more.len()),
    }
}
