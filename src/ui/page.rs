//! What every tab is.

use egui::Ui;

use super::{Cx, Place, Wanted};

/// A tab: it draws what [`Cx`] shows and asks it for what the user wants.
pub trait Page {
    /// Draws it.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>);

    /// Leads to a place of it.
    fn go(&mut self, _place: &Place, _cx: &Cx<'_>) {}

    /// It is being left: asks for what is typed and not kept yet.
    fn leave(&mut self, _cx: &Cx<'_>) {}

    /// What it needs to be made to go on with.
    fn wants(&self, _cx: &Cx<'_>) -> Option<Wanted> {
        None
    }
}
