//! Where the parts of one sheet lie in a workbook.

use rustc_hash::FxHashMap;

use super::walk::{Step, attribute, walk};
use crate::intake::spreadsheet::archive::Archive;
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Bytes a part unpacks to at most: those of a form are small.
const LARGEST: u64 = 4 << 20;
/// Relations of one part.
const MOST: usize = 10_000;

/// The parts a part refers to, by the names it has for them.
pub(super) type Relations = FxHashMap<String, String>;

/// The archive of a workbook, read part by part.
pub(super) struct Source<'a> {
    pub archive: &'a Archive,
    pub watch: &'a Watch,
}

impl Source<'_> {
    /// A part by its key; `None` where there is none or it is too large for a form.
    pub fn part(&self, key: &str) -> Result<Option<Vec<u8>>, Stop> {
        let small = |at: &usize| {
            let part = self.archive.parts.get(*at);
            part.is_some_and(|part| part.size <= LARGEST)
        };
        let at = self.archive.find(key).filter(small);
        at.map(|at| self.archive.read(at, self.watch)).transpose()
    }

    /// Whether a part of such a name is there at all.
    pub fn holds(&self, is_such: impl Fn(&str) -> bool) -> bool {
        self.archive.parts.iter().any(|part| is_such(&part.key()))
    }

    /// What a part refers to.
    pub fn relations(&self, key: &str) -> Result<Relations, Stop> {
        let (folder, name) = key.rsplit_once('/').unwrap_or(("", key));
        let bytes = self.part(&format!("{folder}/_rels/{name}.rels"))?;
        let mut found = Relations::default();
        walk(&bytes.unwrap_or_default(), |step| {
            if let Step::Begin("Relationship", start) = step
                && let (Some(id), Some(target)) =
                    (attribute(start, "Id"), attribute(start, "Target"))
                && found.len() < MOST
            {
                found.insert(id, resolved(folder, &target));
            }
        });
        Ok(found)
    }

    /// The key of a worksheet by its name.
    pub fn sheet(&self, name: &str) -> Result<Option<String>, Stop> {
        const WORKBOOK: &str = "xl/workbook.xml";
        let mut relation = None;
        let bytes = self.part(WORKBOOK)?.unwrap_or_default();
        walk(&bytes, |step| {
            if let Step::Begin("sheet", start) = step
                && attribute(start, "name").as_deref() == Some(name)
            {
                relation = attribute(start, "id");
            }
        });
        let Some(relation) = relation else {
            return Ok(None);
        };
        Ok(self.relations(WORKBOOK)?.remove(&relation))
    }
}

/// The key of a part as a part in a folder refers to it.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/").to_ascii_lowercase();
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        for (target, key) in [
            ("../ctrlProps/ctrlProp1.xml", "xl/ctrlprops/ctrlprop1.xml"),
            (
                "/xl/drawings/vmlDrawing1.vml",
                "xl/drawings/vmldrawing1.vml",
            ),
            ("./x.xml", "xl/worksheets/x.xml"),
            ("../../../../x.xml", "x.xml"),
        ] {
            assert_eq!(resolved("xl/worksheets", target), key);
        }
    }
}
