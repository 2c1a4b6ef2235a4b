//! A new workspace: there with its questionnaire, or not there.

use std::path::Path;

use super::sound::sound;
use super::{Deed, Said, cleared, manyi, ran};
use crate::binary::sample;

pub const DEED: Deed = Deed {
    name: "new",
    prepare: |_| {},
    command: |folder| {
        let definition = sample("definition_A3.xlsx");
        manyi(folder, &["new", "a.manyi", "--definition", &definition])
    },
    holds,
};

fn holds(folder: &Path, said: &Said) -> Result<String, String> {
    let workspace = folder.join("a.manyi");
    if workspace.exists() {
        let store = sound(&workspace)?;
        let data = store.load().map_err(|error| format!("{error:?}"))?;
        let items: usize = data
            .revisions
            .iter()
            .map(|it| it.questionnaire.items.len())
            .sum();
        return match (data.surveys.len(), items, data.customers.len()) {
            (1, 18, 30) => Ok("whole".to_owned()),
            half => Err(format!("half of a workspace: {half:?}")),
        };
    }
    if said.ended {
        return Err("a finished workspace is gone".to_owned());
    }
    ran((DEED.command)(folder))?;
    cleared(folder)?;
    Ok("nothing".to_owned())
}
