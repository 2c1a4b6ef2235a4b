//! What a form is of, by the mark it carries.

use uuid::Uuid;

use super::Unfit;
use crate::model::{Customer, Data, FormFault, FormPage, Revision, Wave};

/// What a form was made of.
#[derive(Clone, Copy, Debug)]
pub struct Meant<'a> {
    pub wave: &'a Wave,
    /// What it asked.
    pub revision: &'a Revision,
    /// What the wave asks.
    pub asked: &'a Revision,
    /// `None`: not in the register any more.
    pub customer: Option<&'a Customer>,
}

/// Finds it in the workspace of that name.
///
/// # Errors
/// [`Unfit`] where it is of no wave of this workspace; a foreign one without its firm.
pub fn meant(
    data: &Data,
    workspace: Uuid,
    mark: Result<FormPage, FormFault>,
) -> Result<Meant<'_>, Unfit> {
    let form = match mark {
        Ok(page) => page.form,
        Err(FormFault::Foreign | FormFault::Damaged) => return Err(Unfit::Damaged),
        Err(FormFault::Newer(version)) => return Err(Unfit::Newer(version)),
    };
    if form.workspace != workspace {
        let company = String::new();
        return Err(Unfit::Foreign { company });
    }
    let wave = data.wave(form.wave).ok_or(Unfit::NoWave)?;
    Ok(Meant {
        wave,
        revision: data.revision(form.revision).ok_or(Unfit::NoRevision)?,
        asked: data.revision(wave.revision).ok_or(Unfit::NoRevision)?,
        customer: data.customer(form.customer),
    })
}
