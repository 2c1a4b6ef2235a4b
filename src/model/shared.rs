//! A list that costs nothing to pass on: copies share it until one of them is changed.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Reads like what it holds. Whoever changes one that is shared gets a copy of this list
/// alone, and the others keep theirs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Both are one and the same, not only equal.
    pub fn same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<T> for Shared<T> {
    fn from(all: T) -> Self {
        Self(Arc::new(all))
    }
}

impl<T> FromIterator<T> for Shared<Vec<T>> {
    fn from_iter<I: IntoIterator<Item = T>>(all: I) -> Self {
        Self::from(Vec::from_iter(all))
    }
}

impl<'a, T> IntoIterator for &'a Shared<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_reaches_one_copy_and_the_other_list_stays_shared() {
        let first: Shared<Vec<i32>> = [1, 2].into_iter().collect();
        let mut second = first.clone();
        assert!(second.same(&first));
        second.push(3);
        assert_eq!((first.len(), second.len()), (2, 3));
        assert!(!second.same(&first));
    }
}
