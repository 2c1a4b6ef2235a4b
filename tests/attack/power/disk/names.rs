//! Which names a folder has, and which of them are safe.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::luck::Luck;

/// Which file goes by which path.
#[derive(Default)]
pub struct Names {
    now: BTreeMap<String, usize>,
    synced: BTreeMap<String, usize>,
    since: Vec<Name>,
}

/// A change of names; `None` takes the name away. What a rename does is one change.
struct Name(Vec<(String, Option<usize>)>);

impl Names {
    pub fn synced(names: BTreeMap<String, usize>) -> Self {
        Self {
            now: names.clone(),
            synced: names,
            since: Vec::new(),
        }
    }

    pub fn get(&self, name: &str) -> Option<usize> {
        self.now.get(name).copied()
    }

    pub fn change(&mut self, change: Vec<(String, Option<usize>)>) {
        let change = Name(change);
        change.happen(&mut self.now);
        self.since.push(change);
    }

    /// Changes that reached into the folder are settled.
    pub fn sync(&mut self, folder: &str) {
        let inside = |name: &str| name.rsplit_once('/').map_or("", |(folder, _)| folder) == folder;
        let (settled, open): (Vec<_>, Vec<_>) = std::mem::take(&mut self.since)
            .into_iter()
            .partition(|Name(change)| change.iter().any(|(name, _)| inside(name)));
        for change in settled {
            change.happen(&mut self.synced);
        }
        self.since = open;
    }

    pub fn crash(&self, luck: Luck, chance: &mut Rng) -> BTreeMap<String, usize> {
        let mut names = self.synced.clone();
        for change in &self.since {
            if luck.keeps(chance) {
                change.happen(&mut names);
            }
        }
        names
    }
}

impl Name {
    fn happen(&self, to: &mut BTreeMap<String, usize>) {
        for (name, file) in &self.0 {
            match file {
                Some(file) => to.insert(name.clone(), *file),
                None => to.remove(name),
            };
        }
    }
}
