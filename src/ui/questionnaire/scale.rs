//! The scale of an item: one of the ready-made ones or its own.

use egui::Ui;

use super::{QuestionnaireTab, View};
use crate::i18n::preset;
use crate::model::{Item, Normalisation, Preset};
use crate::tr;

impl QuestionnaireTab {
    /// Draws the choice of a ready-made scale.
    pub(super) fn scale(&mut self, ui: &mut Ui, view: &View<'_>, item: &Item) {
        let l = view.cx.language;
        let choices = Preset::ALL.map(|known| (Some(known), preset::name(l, known)));
        let now = item.scale.as_ref().and_then(Preset::of);
        let written = view.written_in();
        let name = tr!(l, "item-scale");
        let field = view.of_item(item, name, now, choices.into(), move |item, taken| {
            let Some(taken) = taken else {
                return;
            };
            let kept = item.scale.take().map(|scale| scale.options);
            let unscored = kept.unwrap_or_default().into_iter();
            let unscored = unscored.filter(|option| option.score.is_none());
            let mut scale = preset::scale(written, taken);
            scale.options.extend(unscored);
            item.scale = Some(scale);
        });
        let percent = match view.revision.questionnaire.rules.normalisation {
            Normalisation::OfMaximum => tr!(l, "scale-percent-max"),
            Normalisation::MinMax => tr!(l, "scale-percent-minmax"),
        };
        let field = field.otherwise(tr!(l, "scale-own")).width(240.0);
        self.typed.row(ui, view.cx, [field.beside(percent)]);
    }
}
