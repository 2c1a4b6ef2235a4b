//! Which thing of a list is chosen, wherever it stands.

/// What is chosen, and whether it still has to be brought into sight.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<Id> {
    id: Option<Id>,
    hidden: bool,
}

impl<Id> Default for Chosen<Id> {
    fn default() -> Self {
        Self {
            id: None,
            hidden: false,
        }
    }
}

impl<Id: Copy + PartialEq> Chosen<Id> {
    pub fn get(&self) -> Option<Id> {
        self.id
    }

    pub fn is(&self, id: Id) -> bool {
        self.id == Some(id)
    }

    /// Something in sight was pressed.
    pub fn choose(&mut self, id: Id) {
        self.id = Some(id);
    }

    /// Something is led to that may be out of sight.
    pub fn lead(&mut self, id: impl Into<Option<Id>>) {
        self.id = id.into();
        self.hidden = self.id.is_some();
    }

    /// Whether it has to be brought into sight; only once.
    pub fn reveal(&mut self) -> bool {
        std::mem::take(&mut self.hidden)
    }
}
