//! Help: the guide beside the page, open at the chapter of the tab one is on. It follows from
//! tab to tab; any other chapter is chosen above. Needs no network.

mod draw;
mod markdown;

use egui::{Align, Context, Id, Key, Layout, Modifiers, Popup, ScrollArea, Ui, Window, pos2, vec2};

use super::Tab;
use super::widgets::{Button, Select, dialog, icons};
use crate::i18n::{Language, guide};
use crate::tr;
use markdown::Block;

/// Its size at first, and how far it stands from the edges of the window.
const SIZE: [f32; 2] = [460.0, 560.0];
const EDGE: f32 = 24.0;
const TOP: f32 = 104.0;

/// The open help.
#[derive(Debug)]
pub struct Help {
    /// The tab it was last shown beside; `None`: no workspace was open.
    tab: Option<Tab>,
    chapter: usize,
    /// The chapter drawn now, taken apart.
    read: Option<((Language, usize), Vec<Block>)>,
}

impl Help {
    /// At the chapter of the tab, or at the beginning of the guide without one.
    pub fn at(language: Language, tab: Option<Tab>) -> Self {
        Self {
            tab,
            chapter: of_tab(language, tab),
            read: None,
        }
    }

    /// Draws it over the page; true when it is to be closed.
    pub fn show(&mut self, context: &Context, language: Language, tab: Option<Tab>) -> bool {
        if self.tab != tab {
            *self = Self::at(language, tab);
        }
        let mut closed = false;
        let (frame, _) = dialog::look(context);
        let room = context.content_rect();
        let at = pos2(room.right() - SIZE[0] - 2.0 * EDGE, TOP);
        Window::new("help")
            .id(Id::unique("help"))
            .title_bar(false)
            .frame(frame.inner_margin(16.0))
            .default_pos(at)
            .default_size(vec2(SIZE[0], SIZE[1].min(room.height() - TOP - EDGE)))
            .constrain_to(room)
            .show(context, |ui| {
                closed = self.head(ui, language);
                self.page(ui, language);
            });
        // What lies over it is left first.
        let top = context.memory(|memory| memory.top_modal_layer().is_none());
        let escape = |context: &Context| {
            context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        };
        closed || top && !Popup::is_any_open(context) && escape(context)
    }

    /// Which chapter, and a way out. True for that.
    fn head(&mut self, ui: &mut Ui, language: Language) -> bool {
        let chapters = guide::chapters(language);
        let titles = chapters.iter().map(|chapter| chapter.title.to_owned());
        let choices: Vec<(usize, String)> = titles.enumerate().collect();
        ui.horizontal(|ui| {
            let name = tr!(language, "help-chapter");
            let shown = chapters.get(self.chapter).map_or("", |it| it.title);
            let select = Select::new(&name, shown).bold().width(240.0);
            if let (_, Some(chapter)) = select.show(ui, &self.chapter, &choices) {
                self.chapter = chapter;
            }
            let layout = Layout::right_to_left(Align::Center);
            let close = Button::icon_only(icons::ICON_CLOSE, tr!(language, "help-close"));
            ui.with_layout(layout, |ui| ui.add(close).clicked()).inner
        })
        .inner
    }

    fn page(&mut self, ui: &mut Ui, language: Language) {
        let wanted = (language, self.chapter);
        if self.read.as_ref().is_none_or(|(of, _)| *of != wanted) {
            let chapter = guide::chapters(language).get(self.chapter);
            let blocks = markdown::blocks(chapter.map_or("", |it| it.text));
            self.read = Some((wanted, blocks));
        }
        ScrollArea::vertical()
            .id_salt(wanted)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                if let Some((_, blocks)) = &self.read {
                    draw::draw(ui, blocks);
                }
            });
    }
}

/// The chapter called as the tab is.
fn of_tab(language: Language, tab: Option<Tab>) -> usize {
    let name = tab.map(|tab| tab.name(language));
    let mut chapters = guide::chapters(language).iter();
    chapters
        .position(|chapter| Some(chapter.title) == name.as_deref())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tab_has_its_chapter_in_both_languages() {
        for language in Language::ALL {
            for tab in Tab::ALL {
                let chapter = guide::chapters(language)[of_tab(language, Some(tab))];
                assert_eq!(chapter.title, tab.name(language));
                assert!(markdown::blocks(chapter.text).len() >= 2, "{tab:?}");
            }
        }
    }
}
