use super::*;
use crate::intake::budget::Budget;
use crate::intake::grid::{GridBuilder, Value};
use crate::intake::options::tests::scale;
use crate::model::tests::item as plain;
