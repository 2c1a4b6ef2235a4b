//! Which pages belong to which table.

use rusqlite::types::Value;
use rustc_hash::{FxHashMap, FxHashSet};

use super::image::Image;
use super::page::PageKind;
use super::record;

/// The pages of one table.
#[derive(Default)]
pub(super) struct Tree {
    pub(super) pages: Vec<usize>,
    /// Pages of it that are none.
    pub(super) bad: usize,
}

/// What the pages of a file belong to.
pub(super) struct Forest {
    pub(super) tables: FxHashMap<String, Tree>,
    /// The list of tables is whole: one that is not in it was never there.
    pub(super) listed: bool,
    /// Every page some table or index leads to.
    pub(super) owned: FxHashSet<usize>,
}

impl Forest {
    pub(super) fn of(image: &Image) -> Self {
        let mut owned = FxHashSet::default();
        let schema = walk(image, 1, true, &mut owned);
        let mut tables = FxHashMap::default();
        let (roots, unread) = roots(image, &schema);
        for (kind, name, root) in roots {
            let numbered = image.page(root).is_some_and(|page| {
                matches!(page.kind, PageKind::TableLeaf | PageKind::TableInner)
            });
            let tree = walk(image, root, numbered, &mut owned);
            if kind == "table" {
                tables.insert(name, tree);
            }
        }
        Self {
            tables,
            listed: schema.bad == 0 && unread == 0,
            owned,
        }
    }
}

/// Kind, name and first page of each table and index, and how many cannot be read.
fn roots(image: &Image, schema: &Tree) -> (Vec<(String, String, usize)>, usize) {
    let (mut roots, mut unread) = (Vec::new(), 0);
    for page in schema.pages.iter().filter_map(|page| image.page(*page)) {
        for cell in page.cells() {
            let leads = page.inner() && cell.as_ref().is_some_and(|cell| cell.payload.is_none());
            let values =
                cell.and_then(|cell| record::values(image, page.kind, &cell, &mut Vec::new()));
            match values.as_deref() {
                Some(
                    [
                        Some(Value::Text(kind)),
                        Some(Value::Text(name)),
                        _,
                        Some(Value::Integer(root)),
                        ..,
                    ],
                ) => match usize::try_from(*root) {
                    Ok(root) => roots.push((kind.clone(), name.clone(), root)),
                    Err(_) => unread += 1,
                },
                _ => unread += usize::from(!leads),
            }
        }
    }
    (roots, unread)
}

/// The pages below one. A page two lead to belongs to whoever comes first.
fn walk(image: &Image, root: usize, numbered: bool, owned: &mut FxHashSet<usize>) -> Tree {
    let mut tree = Tree::default();
    let mut waiting = vec![root];
    while let Some(number) = waiting.pop() {
        let fits = |kind| matches!(kind, PageKind::TableLeaf | PageKind::TableInner) == numbered;
        let page = image.page(number).filter(|page| fits(page.kind));
        let Some(page) = page.filter(|_| owned.insert(number)) else {
            tree.bad += 1;
            continue;
        };
        tree.pages.push(number);
        if !page.inner() {
            continue;
        }
        let mut below = 0;
        for cell in page.cells() {
            match cell.and_then(|cell| cell.child) {
                Some(child) => {
                    waiting.push(child);
                    below += 1;
                }
                None => tree.bad += 1,
            }
        }
        match page.last_child() {
            Some(child) => waiting.push(child),
            None => tree.bad += 1,
        }
        // An inner page leads to two pages at least.
        tree.bad += usize::from(below == 0);
    }
    tree
}
