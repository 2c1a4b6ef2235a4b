//! The bytes of one file, and which of them are safe.

use fastrand::Rng;

use super::luck::Luck;

/// What a disk writes as a whole.
const SECTOR: usize = 512;

#[derive(Default)]
pub struct File {
    now: Vec<u8>,
    synced: Vec<u8>,
    since: Vec<Data>,
}

pub enum Data {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

impl File {
    pub fn synced(bytes: &[u8]) -> Self {
        Self {
            now: bytes.to_vec(),
            synced: bytes.to_vec(),
            since: Vec::new(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.now
    }

    pub fn change(&mut self, data: Data) {
        data.happen(&mut self.now);
        self.since.push(data);
    }

    pub fn sync(&mut self) {
        self.synced.clone_from(&self.now);
        self.since.clear();
    }

    pub fn crash(&self, luck: Luck, chance: &mut Rng) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for data in &self.since {
            match data {
                Data::Write { at, bytes: written } => {
                    let mut done = 0;
                    while done < written.len() {
                        let begin = at + done;
                        let size = (SECTOR - begin % SECTOR).min(written.len() - done);
                        if luck.keeps(chance) {
                            put(&mut bytes, begin, &written[done..done + size]);
                        }
                        done += size;
                    }
                }
                Data::Length(_) if luck.keeps(chance) => data.happen(&mut bytes),
                Data::Length(_) => {}
            }
        }
        bytes
    }
}

impl Data {
    fn happen(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => put(to, *at, bytes),
            Self::Length(length) => to.resize(*length, 0),
        }
    }
}

fn put(to: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if to.len() < end {
        to.resize(end, 0);
    }
    to[at..end].copy_from_slice(bytes);
}
