//! What differs between two sides of an edit.

use serde_json::{Map, Value};

/// Leaves out what is the same on both sides, so that a questionnaire of a hundred items does
/// not enter the log twice for one weight. Of lists of one length only the places that differ
/// are kept, by their number.
pub(super) fn difference(before: Value, after: Value) -> (Value, Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => fields(before, after),
        (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
            let numbered = |list: Vec<Value>| {
                let numbered = list.into_iter().enumerate();
                numbered
                    .map(|(at, value)| (at.to_string(), value))
                    .collect()
            };
            fields(numbered(before), numbered(after))
        }
        sides => sides,
    }
}

fn fields(before: Map<String, Value>, mut after: Map<String, Value>) -> (Value, Value) {
    let (mut left, mut right) = (Map::new(), Map::new());
    for (key, was) in before {
        match after.remove(&key) {
            Some(is) if is == was => {}
            Some(is) => {
                let (was, is) = difference(was, is);
                left.insert(key.clone(), was);
                right.insert(key, is);
            }
            None => {
                left.insert(key, was);
            }
        }
    }
    right.extend(after);
    (Value::Object(left), Value::Object(right))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_kept() {
        let before = json!({"a": 1, "list": [{"w": 1, "t": "x"}, 2], "gone": 5});
        let after = json!({"a": 1, "list": [{"w": 3, "t": "x"}, 2], "new": [1]});
        let (before, after) = difference(before, after);
        assert_eq!(before, json!({"list": {"0": {"w": 1}}, "gone": 5}));
        assert_eq!(after, json!({"list": {"0": {"w": 3}}, "new": [1]}));
        let (before, after) = difference(json!({"l": [1]}), json!({"l": [1, 2]}));
        assert_eq!(before, json!({"l": [1]}));
        assert_eq!(after, json!({"l": [1, 2]}));
    }
}
