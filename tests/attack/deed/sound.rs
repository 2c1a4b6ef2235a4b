//! What holds of every workspace after every attack.

use std::path::Path;

use manyi::model::{Change, Edit, Progress, Step, StepKind, Workspace};
use manyi::store::{Store, check::check};

/// It checks sound, opens for writing, takes an edit, gives it back, and checks sound again.
pub fn sound(workspace: &Path) -> Result<Store, String> {
    faultless(workspace)?;
    let mut store = Store::open(workspace).map_err(|error| format!("opening: {error:?}"))?;
    if !store.writable() {
        return Err("not writable".to_owned());
    }
    let before = store
        .load()
        .map_err(|error| format!("loading: {error:?}"))?;
    let after = Workspace {
        document: "after the attack".to_owned(),
        ..before.workspace.clone()
    };
    let change = Change::Workspace(Edit::changed(before.workspace, after));
    let step = Step::new(StepKind::EditWorkspace, "", vec![change]);
    for step in [&step, &step.clone().inverse()] {
        store
            .apply(step)
            .map_err(|error| format!("editing: {error:?}"))?;
    }
    drop(store);
    faultless(workspace)?;
    Store::open(workspace).map_err(|error| format!("opening again: {error:?}"))
}

pub fn faultless(workspace: &Path) -> Result<(), String> {
    match check(workspace, &Progress::default()) {
        Ok(faults) if faults.is_empty() => Ok(()),
        Ok(faults) => Err(format!("check finds {faults:?}")),
        Err(error) => Err(format!("check cannot open it: {error:?}")),
    }
}
