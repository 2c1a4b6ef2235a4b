//! The documents of version 1, which had no number: only the migration to version 2 reads them.

use jiff::civil::Date;
use rusqlite::types::{FromSqlError, FromSqlResult};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::questionnaire::{DimensionForm, ItemForm, questionnaire};
use super::{
    ExpectedForm, Form, MappingForm, RulesForm, SettlementForm, SignaturesForm, StageForm,
};
use crate::model::{
    ActionStep, Expected, LineageId, Mapping, Questionnaire, Rules, Settlement, Signatures, Stage,
    Subject,
};

/// Rules were part of it.
#[derive(Deserialize)]
struct QuestionnaireV1 {
    title: String,
    rules: serde_json::Value,
    dimensions: Vec<DimensionForm>,
    items: Vec<ItemForm>,
}

#[derive(Deserialize)]
struct StepV1 {
    stage: StageForm,
    date: Date,
    who: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    reopened: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SubjectV1 {
    Index,
    Satisfied,
    Dimension(String),
    Item(i64),
}

fn parse<T: DeserializeOwned>(text: &str) -> FromSqlResult<T> {
    serde_json::from_str(text).map_err(FromSqlError::other)
}

/// Any rule could be left out.
fn rules(mut found: serde_json::Value) -> FromSqlResult<Rules> {
    let usual = serde_json::to_value(RulesForm::of(&Rules::default()));
    let usual = usual.map_err(FromSqlError::other)?;
    if let (Some(found), serde_json::Value::Object(usual)) = (found.as_object_mut(), usual) {
        for (name, value) in usual {
            found.entry(name).or_insert(value);
        }
    }
    let form: RulesForm = serde_json::from_value(found).map_err(FromSqlError::other)?;
    Ok(form.noun())
}

pub(in crate::store) fn questionnaire_of(text: &str) -> FromSqlResult<Questionnaire> {
    let found: QuestionnaireV1 = parse(text)?;
    let rules = rules(found.rules)?;
    Ok(questionnaire(
        found.title,
        rules,
        found.dimensions,
        found.items,
    ))
}

pub(in crate::store) fn signatures(text: &str) -> FromSqlResult<Signatures> {
    parse::<SignaturesForm>(text).map(Form::noun)
}

/// Nothing, where nothing was remembered.
pub(in crate::store) fn mapping(text: &str) -> FromSqlResult<Mapping> {
    match text.trim() {
        "" | "{}" => Ok(Mapping::default()),
        text => parse::<MappingForm>(text).map(Form::noun),
    }
}

pub(in crate::store) fn expected(text: &str) -> FromSqlResult<Expected> {
    parse::<ExpectedForm>(text).map(Form::noun)
}

pub(in crate::store) fn settlement(text: &str) -> FromSqlResult<Settlement> {
    parse::<SettlementForm>(text).map(Form::noun)
}

pub(in crate::store) fn steps(text: &str) -> FromSqlResult<Vec<ActionStep>> {
    let steps = parse::<Vec<StepV1>>(text)?.into_iter();
    let step = |it: StepV1| ActionStep {
        stage: Stage::from(it.stage),
        date: it.date,
        who: it.who,
        note: it.note,
        reopened: it.reopened,
    };
    Ok(steps.map(step).collect())
}

pub(in crate::store) fn subject(text: &str) -> FromSqlResult<Subject> {
    Ok(match parse(text)? {
        SubjectV1::Index => Subject::Index,
        SubjectV1::Satisfied => Subject::Satisfied,
        SubjectV1::Dimension(code) => Subject::Dimension(code),
        SubjectV1::Item(lineage) => Subject::Item(LineageId(lineage)),
    })
}
