//! A disk that remembers what was synced.

mod file;
mod luck;
mod names;

use std::collections::BTreeMap;
use std::path::Path;

use fastrand::Rng;

use super::trace::Call;
use crate::folder::Folder;
use file::{Data, File};
use luck::Luck;
use names::Names;

/// Files and folders below one folder.
pub struct Disk {
    root: String,
    files: Vec<File>,
    names: Names,
    open: BTreeMap<i64, Handle>,
}

#[derive(Clone)]
enum Handle {
    File {
        file: usize,
        at: usize,
        append: bool,
    },
    Folder(String),
}

impl Disk {
    pub fn new(root: &Path, folder: &Folder) -> Self {
        let mut disk = Self {
            root: format!("{}/", root.to_string_lossy()),
            files: Vec::new(),
            names: Names::default(),
            open: BTreeMap::new(),
        };
        let mut names = BTreeMap::new();
        for (name, bytes) in &folder.0 {
            names.insert(name.clone(), disk.files.len());
            disk.files.push(File::synced(bytes));
        }
        disk.names = Names::synced(names);
        disk
    }

    /// The name below the folder; `None` elsewhere.
    fn below(&self, path: &str) -> Option<String> {
        let path = path.strip_prefix("./").unwrap_or(path);
        let name = match path.starts_with('/') {
            true => format!("{path}/").strip_prefix(&self.root)?.to_owned(),
            false => path.to_owned(),
        };
        let name = name.trim_end_matches('/');
        Some(if name == "." { "" } else { name }.to_owned())
    }

    pub fn run(&mut self, call: &Call) {
        match call {
            Call::Open {
                fd,
                path,
                create,
                truncate,
                append,
            } => {
                self.open.remove(fd);
                if let Some(name) = self.below(path) {
                    let handle = self.opened(name, *create, *truncate, *append);
                    self.open.insert(*fd, handle);
                }
            }
            Call::Close(fd) => {
                self.open.remove(fd);
            }
            Call::Dup { from, to } => {
                self.open.remove(to);
                let handle = self.open.get(from).cloned();
                self.open.extend(handle.map(|handle| (*to, handle)));
            }
            Call::Seek { fd, to } => {
                if let Some(Handle::File { at, .. }) = self.open.get_mut(fd) {
                    *at = place(*to);
                }
            }
            Call::Write { fd, at, bytes } => self.write(*fd, at.map(place), bytes),
            Call::Truncate { fd, length } => {
                if let Some(Handle::File { file, .. }) = self.open.get(fd) {
                    self.files[*file].change(Data::Length(place(*length)));
                }
            }
            Call::Copy { from, to, length } => self.copy(*from, *to, place(*length)),
            Call::Sync(fd) => self.sync(*fd),
            Call::Rename { from, to } => self.rename(from, to),
            Call::Link { from, to } => {
                let file = self.below(from).and_then(|from| self.names.get(&from));
                self.names
                    .change(self.below(to).into_iter().map(|to| (to, file)).collect());
            }
            Call::Unlink(path) => {
                let gone = self.below(path).into_iter().map(|name| (name, None));
                self.names.change(gone.collect());
            }
            Call::Say(_) | Call::Exit(_) => {}
        }
    }

    fn opened(&mut self, name: String, create: bool, truncate: bool, append: bool) -> Handle {
        let file = match self.names.get(&name) {
            Some(file) => file,
            None if create => {
                self.files.push(File::default());
                let file = self.files.len() - 1;
                self.names.change(vec![(name, Some(file))]);
                file
            }
            None => return Handle::Folder(name),
        };
        if truncate {
            self.files[file].change(Data::Length(0));
        }
        Handle::File {
            file,
            at: 0,
            append,
        }
    }

    fn write(&mut self, fd: i64, place: Option<usize>, bytes: &[u8]) {
        let Some(Handle::File { file, at, append }) = self.open.get_mut(&fd) else {
            return;
        };
        let file = &mut self.files[*file];
        let begin = match (place, *append) {
            (Some(place), _) => place,
            (None, true) => file.bytes().len(),
            (None, false) => *at,
        };
        if place.is_none() {
            *at = begin + bytes.len();
        }
        file.change(Data::Write {
            at: begin,
            bytes: bytes.to_vec(),
        });
    }

    fn copy(&mut self, from: i64, to: i64, length: usize) {
        let Some(Handle::File { file, at, .. }) = self.open.get_mut(&from) else {
            assert!(
                !self.open.contains_key(&to),
                "copied from elsewhere, which is not recorded"
            );
            return;
        };
        let bytes = self.files[*file].bytes()[*at..*at + length].to_vec();
        *at += length;
        self.write(to, None, &bytes);
    }

    fn sync(&mut self, fd: i64) {
        match self.open.get(&fd) {
            Some(Handle::File { file, .. }) => self.files[*file].sync(),
            Some(Handle::Folder(folder)) => self.names.sync(folder),
            None => {}
        }
    }

    fn rename(&mut self, from: &str, to: &str) {
        let (from, to) = (self.below(from), self.below(to));
        let file = from.as_ref().and_then(|from| self.names.get(from));
        let gone = from.into_iter().map(|from| (from, None));
        let there = to.into_iter().map(|to| (to, file));
        self.names.change(gone.chain(there).collect());
    }

    /// What is found when the power comes back.
    pub fn crash(&self, chance: &mut Rng) -> Folder {
        let luck = Luck::any(chance);
        let names = self.names.crash(luck, chance);
        let files = names.into_iter();
        let files = files.map(|(name, file)| (name, self.files[file].crash(luck, chance)));
        Folder(files.collect())
    }
}

fn place(number: u64) -> usize {
    number.try_into().unwrap()
}
