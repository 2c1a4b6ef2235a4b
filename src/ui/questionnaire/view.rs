//! What the parts of the tab are drawn from, and the ways they ask for edits of it.

use super::Field;
use crate::edit::{Intent, Revise, Typed};
use crate::i18n::{Language, form, rule};
use crate::model::{Item, Revision, Rule, Rules};
use crate::ui::Cx;
use crate::ui::form::FormField;

/// The shown revision, and what may be done with it.
pub(super) struct View<'a> {
    pub cx: &'a Cx<'a>,
    pub revision: &'a Revision,
    /// The one it was made from.
    pub before: Option<&'a Revision>,
    /// It may still be edited, here and now.
    pub editable: bool,
}

impl<'a> View<'a> {
    /// An edit of the shown revision.
    pub fn revise(&self, what: Revise) {
        self.cx.edit(Intent::Revise(self.revision.id, what));
    }

    /// One item changed; nothing if it is what it was.
    pub fn set(&self, item: &Item, after: Item) {
        if after != *item {
            self.revise(Revise::SetItem(Box::new(after)));
        }
    }

    /// The language of what is written into the form, whatever the window speaks.
    pub fn written_in(&self) -> Language {
        form::language(&self.revision.questionnaire).unwrap_or(self.cx.language)
    }

    /// A text of the shown revision.
    pub fn typed(&self, field: Field) -> Typed {
        Typed::Questionnaire(self.revision.id, field)
    }

    /// The field of a text.
    pub fn text(&self, name: String, field: Field) -> FormField<'a> {
        FormField::text(name, self.typed(field)).locked(!self.editable)
    }

    /// A choice that is an edit of the shown revision.
    pub fn choice<T: Clone + PartialEq + 'a>(
        &self,
        name: String,
        current: T,
        choices: Vec<(T, String)>,
        take: impl FnOnce(T) -> Revise + 'a,
    ) -> FormField<'a> {
        let id = self.revision.id;
        let keep = move |taken| Intent::Revise(id, take(taken));
        FormField::choice(name, current, choices, keep).locked(!self.editable)
    }

    /// A choice that changes an item.
    pub fn of_item<T: Clone + PartialEq + 'a>(
        &self,
        item: &'a Item,
        name: String,
        current: T,
        choices: Vec<(T, String)>,
        change: impl FnOnce(&mut Item, T) + 'a,
    ) -> FormField<'a> {
        self.choice(name, current, choices, |taken| {
            let mut after = item.clone();
            change(&mut after, taken);
            Revise::SetItem(Box::new(after))
        })
    }

    /// A choice that is one of the rules.
    pub fn of_rule(&self, rule: Rule) -> FormField<'a> {
        let l = self.cx.language;
        let rules = &self.revision.questionnaire.rules;
        let named = |it: Rules| {
            let words = rule::chosen(l, rule, &it);
            (it, words)
        };
        let choices = rule.choices(rules).into_iter().map(named).collect();
        let keep = |rules| Revise::Rules(Box::new(rules));
        let field = self.choice(rule::name(l, rule), rules.clone(), choices, keep);
        field.otherwise(rule::chosen(l, rule, rules))
    }
}
