//! A window on a temporary folder, driven by accessible names.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use jiff::civil::date;
use manyi::app::{Dialogs, Settings, Window};
use manyi::i18n::Language;
use manyi::jobs::copy_settings::CopySettings;
use manyi::model::{Data, WaveReturns};
use manyi::store::Store;

/// Makes the workspace at a path.
pub type Maker<'a> = Box<dyn FnOnce(&Path) + 'a>;

/// A running window.
pub struct Gui {
    pub window: Harness<'static, Window>,
    /// Where test files may lie.
    pub folder: tempfile::TempDir,
}

impl Gui {
    /// What the workspace holds, and the returns of its newest wave.
    pub fn kept(&self) -> (Data, WaveReturns) {
        let store = Store::open_read_only(&self.folder.path().join("test.manyi")).unwrap();
        let data = store.load().unwrap();
        let newest = data.waves.last().unwrap().id;
        let returns = store.load_wave(newest).unwrap();
        (data, returns)
    }

    /// The welcome page.
    pub fn welcome(language: Language) -> Self {
        Self::with(language, None, &[])
    }

    /// The workspace at a path of the folder, made by `make`.
    pub fn on(language: Language, make: impl FnOnce(&Path)) -> Self {
        Self::with(language, Some(Box::new(make)), &[])
    }

    /// The same, file dialogs answering with `answers` below the folder.
    pub fn with(language: Language, make: Option<Maker<'_>>, answers: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = make.map(|make| {
            let path = folder.path().join("test.manyi");
            make(&path);
            path
        });
        let prepared: VecDeque<Vec<PathBuf>> = answers
            .iter()
            .map(|name| vec![folder.path().join(name)])
            .collect();
        let settings = Settings {
            language,
            copies: CopySettings::at(&folder.path().join("settings/copies.json")),
            ..Settings::default()
        };
        let window = Harness::builder()
            .with_size([1440.0, 900.0])
            .build_eframe(move |context| {
                let dialogs = Dialogs::Scripted(prepared);
                Window::new(&context.egui_ctx, settings, dialogs, workspace).on(date(2026, 7, 6))
            });
        let mut gui = Self { window, folder };
        gui.settle();
        gui
    }

    /// Draws until nothing is on its way any more.
    pub fn settle(&mut self) {
        let until = Instant::now() + Duration::from_secs(20);
        let mut calm = 0;
        while calm < 4 {
            self.window.step();
            calm = if self.window.state().idle() {
                calm + 1
            } else {
                0
            };
            assert!(Instant::now() < until, "the worker never came to rest");
            if calm == 0 {
                std::thread::sleep(Duration::from_millis(2));
            }
        }
    }

    /// The control of that name; labels of fields do not count.
    pub fn get<'a>(&'a self, name: &'a str) -> Node<'a> {
        self.window.get_by_label(name)
    }

    /// The control whose name holds that text.
    pub fn get_part<'a>(&'a self, text: &'a str) -> Node<'a> {
        self.window.get_by_label_contains(text)
    }

    /// Whether something of that name is there.
    pub fn shows(&self, name: &str) -> bool {
        self.window.query_all_by_label(name).next().is_some()
    }

    /// Whether something whose name holds that text is there.
    pub fn shows_part(&self, text: &str) -> bool {
        self.window
            .query_all_by_label_contains(text)
            .next()
            .is_some()
    }

    /// Whether the page of the review material holds that text.
    pub fn page_says(&self, text: &str) -> bool {
        let page = self.window.get_by_role(Role::Document);
        page.accesskit_node()
            .label()
            .is_some_and(|words| words.contains(text))
    }

    /// Whether that tab is the one shown.
    pub fn chosen_tab(&self, name: &str) -> bool {
        let tab = self.window.get_by_role_and_label(Role::Tab, name);
        tab.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    }

    pub fn click(&mut self, name: &str) {
        self.get(name).click();
        self.settle();
    }

    /// Presses the control whose name holds that text.
    pub fn click_part(&mut self, text: &str) {
        self.window.get_by_label_contains(text).click();
        self.settle();
    }

    /// Presses the control of a role, where a label has the same name.
    pub fn click_role(&mut self, role: Role, name: &str) {
        self.window.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Presses the control of that name, scrolling to it if need be.
    pub fn reach(&mut self, name: &str) {
        self.get(name).scroll_to_me();
        self.settle();
        self.click(name);
    }

    /// Presses the first of several of that name.
    pub fn click_first(&mut self, name: &str) {
        let node = self.window.query_all_by_label(name).next();
        node.unwrap_or_else(|| panic!("nothing is called {name:?}"))
            .click();
        self.settle();
    }

    /// Replaces the text of a field, and leaves it.
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.type_without_leaving(name, text);
        self.window.key_press(Key::Tab);
        self.settle();
    }

    /// Replaces the text of a field, which keeps the keyboard.
    pub fn type_without_leaving(&mut self, name: &str, text: &str) {
        self.field(name).focus();
        self.settle();
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.window.key_press(Key::Delete);
        self.window.step();
        self.field(name).type_text(text);
        self.window.step();
    }

    /// Pastes into the field with the keyboard.
    pub fn paste(&mut self, text: &str) {
        self.window.event(egui::Event::Paste(text.to_owned()));
        self.settle();
    }

    /// The keyboard goes to a field.
    pub fn focus(&mut self, name: &str) {
        self.field(name).focus();
        self.settle();
    }

    /// Presses a place of the window.
    pub fn press_at(&mut self, at: egui::Pos2) {
        self.window.hover_at(at);
        self.window.drag_at(at);
        self.window.drop_at(at);
        self.settle();
    }

    /// Drags one thing onto another.
    pub fn drag(&mut self, what: &str, onto: &str) {
        let from = self.get(what).rect().center();
        let to = self.get(onto).rect().center();
        self.window.drag_at(from);
        self.settle();
        for step in 1..=4 {
            let at = from + (to - from) * (step as f32 / 4.0);
            self.window.hover_at(at);
            self.settle();
        }
        self.window.drop_at(to);
        self.settle();
    }

    /// Opens a list and takes one of its choices.
    pub fn choose(&mut self, name: &str, choice: &str) {
        self.click_role(Role::ComboBox, name);
        self.click_role(Role::MenuItem, choice);
    }

    fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        let mut fields = self.window.query_all_by_label(name).filter(|node| {
            matches!(
                node.accesskit_node().role(),
                Role::TextInput | Role::MultilineTextInput
            )
        });
        let field = fields.next();
        field.unwrap_or_else(|| panic!("no field is called {name:?}"))
    }

    /// Whether a field has the keyboard.
    pub fn focused(&self, name: &str) -> bool {
        self.field(name).is_focused()
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> String {
        self.field(name).value().unwrap_or_default()
    }

    /// Holds a file over the window for a frame.
    pub fn hold(&mut self, path: &Path) {
        let held = egui::HoveredFile {
            path: Some(path.to_owned()),
            ..Default::default()
        };
        self.window.input_mut().hovered_files.push(held);
        self.window.step();
    }

    /// Lets go of a file over the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.drop_files(&[path.to_owned()]);
    }

    /// Lets go of several files at once.
    pub fn drop_files(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let file = std::sync::Arc::new(Dropped(path.clone()));
            self.window.input_mut().dropped_files.push(file);
        }
        self.settle();
    }

    /// Asks the window to close, and draws its last frame.
    pub fn close(&mut self) {
        let viewports = &mut self.window.input_mut().viewports;
        let root = viewports.entry(egui::ViewportId::ROOT).or_default();
        root.events.push(egui::ViewportEvent::Close);
        self.settle();
    }

    /// Presses the first control whose name begins with that text.
    pub fn click_starting(&mut self, text: &str) {
        let named = |node: &Node<'_>| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.starts_with(text)
        };
        let mut nodes = self.window.query_all_by_label_contains(text);
        match nodes.find(named) {
            Some(node) => node.click(),
            None => panic!("nothing begins with {text:?}"),
        }
        drop(nodes);
        self.settle();
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.settle();
    }
}

/// A file let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
