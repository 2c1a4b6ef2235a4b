//! Tokens become egui: the only place where a colour or a font is turned into what the screen
//! library wants. Knows nothing of what is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::CornerRadiusF32;
use egui::style::{ScrollStyle, Selection, WidgetVisuals, Widgets};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, Style, TextStyle, Theme, Ui, Visuals,
};

use crate::theme::{Color, Palette, fonts, tokens};

impl From<Color> for Color32 {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one door from tokens to the screen"
    )]
    fn from(color: Color) -> Self {
        Self::from_rgba_unmultiplied(color.red, color.green, color.blue, color.alpha)
    }
}

/// Nothing at all, for a part that must not be painted.
pub const NO_INK: Color32 = Color32::TRANSPARENT;

/// The colours of the appearance a part is drawn in.
pub fn palette(ui: &Ui) -> &'static Palette {
    palette_of(ui.visuals().dark_mode)
}

/// The colours of the dark or the light appearance.
pub fn palette_of(dark: bool) -> &'static Palette {
    if dark {
        &tokens().dark
    } else {
        &tokens().light
    }
}

/// A corner radius of the tokens.
pub fn radius(value: f32) -> CornerRadius {
    CornerRadius::from(CornerRadiusF32::same(value))
}

/// A margin of whole pixels, the same on opposite sides.
#[allow(
    clippy::cast_possible_truncation,
    reason = "margins are small whole numbers"
)]
pub fn margin(x: f32, y: f32) -> Margin {
    Margin::symmetric(x as i8, y as i8)
}

/// The kinds of text there are. No other sizes or weights exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// The one big number of a page.
    Figure,
    Title,
    /// Page titles that state the finding.
    Heading,
    /// Bold at body size, over a part of a page.
    Section,
    #[default]
    Body,
    Table,
    TableBold,
    Small,
    SmallBold,
}

impl Face {
    /// Its font.
    pub fn font(self) -> FontId {
        FontId::new(self.size(), if self.bold() { bold() } else { regular() })
    }

    fn size(self) -> f32 {
        let sizes = &tokens().typography.sizes;
        match self {
            Self::Figure => sizes.figure,
            Self::Title => sizes.title,
            Self::Heading => sizes.heading,
            Self::Section | Self::Body => sizes.body,
            Self::Table | Self::TableBold => sizes.table,
            Self::Small | Self::SmallBold => sizes.small,
        }
    }

    /// Distance of two lines of it.
    pub fn line_height(self) -> f32 {
        let heights = &tokens().typography.line_heights;
        match self {
            Self::Figure => heights.figure,
            Self::Title => heights.title,
            Self::Heading => heights.heading,
            Self::Section | Self::Body => heights.body,
            Self::Table | Self::TableBold => heights.table,
            Self::Small | Self::SmallBold => heights.small,
        }
    }

    fn bold(self) -> bool {
        !matches!(self, Self::Body | Self::Table | Self::Small)
    }
}

fn regular() -> FontFamily {
    FontFamily::Proportional
}

fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Fonts and both appearances, once at the start.
pub fn install(context: &Context) {
    context.set_fonts(font_definitions());
    context.set_style_of(Theme::Light, style(false));
    context.set_style_of(Theme::Dark, style(true));
}

/// The bundled fonts stand first, so that no system font decides how Chinese looks; the
/// system's are asked only for characters ours lack.
///
/// They hold no hints, and none are made up for them: that would go through all 22,000
/// characters again whenever a character of another size is drawn for the first time, 20 ms for
/// a page of them, and hardly anybody sees it.
fn font_definitions() -> FontDefinitions {
    let own = |bytes| {
        let mut font = FontData::from_static(bytes);
        font.tweak.hinting = Some(false);
        Arc::new(font)
    };
    let mut icons = egui_material_icons::font_insert().data;
    icons.tweak.y_offset_factor = 0.0;
    icons.tweak.hinting = Some(false);
    let chain = |first: &str| vec![first.to_owned(), "regular".to_owned(), "icons".to_owned()];
    FontDefinitions {
        font_data: BTreeMap::from([
            ("regular".to_owned(), own(fonts::REGULAR)),
            ("bold".to_owned(), own(fonts::BOLD)),
            ("icons".to_owned(), Arc::new(icons)),
        ]),
        families: BTreeMap::from([
            (regular(), chain("regular")),
            (FontFamily::Monospace, chain("regular")),
            (bold(), chain("bold")),
            (
                FontFamily::Name(egui_material_icons::FONT_FAMILY_OUTLINED.into()),
                vec!["icons".to_owned()],
            ),
        ]),
    }
}

fn style(dark: bool) -> Style {
    let space = &tokens().space;
    let mut style = Style {
        visuals: visuals(dark),
        text_styles: BTreeMap::from([
            (TextStyle::Small, Face::Small.font()),
            (TextStyle::Body, Face::Body.font()),
            (TextStyle::Button, Face::Body.font()),
            (TextStyle::Heading, Face::Heading.font()),
            (TextStyle::Monospace, Face::Table.font()),
        ]),
        animation_time: tokens().motion.hover_ms / 1000.0,
        ..Style::default()
    };
    style.spacing.item_spacing = egui::vec2(space.control_gap, space.control_gap);
    style.spacing.button_padding = egui::vec2(12.0, 6.0);
    style.spacing.interact_size.y = tokens().height.control_small;
    style.spacing.menu_margin = margin(4.0, 4.0);
    style.spacing.window_margin = margin(space.page_margin, space.page_margin);
    style.spacing.scroll = ScrollStyle {
        foreground_color: false,
        floating_allocated_width: 0.0,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(dark: bool) -> Visuals {
    let palette = palette_of(dark);
    let base = if dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let tokens = tokens();
    let mut visuals = Visuals {
        override_text_color: Some(palette.text.into()),
        // What could be typed into a field must not look typed.
        weak_text_color: Some(palette.text_disabled.into()),
        widgets: widgets(palette),
        selection: Selection {
            bg_fill: palette.selected.into(),
            stroke: Stroke::new(tokens.stroke.hairline, palette.accent),
        },
        hyperlink_color: palette.accent.into(),
        faint_bg_color: palette.background.into(),
        extreme_bg_color: palette.surface.into(),
        text_edit_bg_color: Some(palette.surface.into()),
        code_bg_color: palette.sunken.into(),
        warn_fg_color: palette.warning.into(),
        error_fg_color: palette.negative.into(),
        window_corner_radius: radius(tokens.radius.dialog),
        window_shadow: shadow(palette),
        window_fill: palette.raised.into(),
        window_stroke: Stroke::new(tokens.stroke.hairline, palette.line),
        menu_corner_radius: radius(tokens.radius.menu),
        panel_fill: palette.background.into(),
        popup_shadow: shadow(palette),
        disabled_alpha: 1.0,
        ..base
    };
    visuals.text_cursor.stroke = Stroke::new(1.5, palette.accent);
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let tokens = tokens();
    let look = |fill: Color, edge: Color| WidgetVisuals {
        bg_fill: fill.into(),
        weak_bg_fill: fill.into(),
        bg_stroke: Stroke::new(tokens.stroke.control, edge),
        corner_radius: radius(tokens.radius.control),
        fg_stroke: Stroke::new(1.0, palette.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(palette.surface, palette.line),
        inactive: look(palette.surface, palette.control),
        hovered: look(palette.hover, palette.control),
        active: look(palette.selected, palette.accent),
        open: look(palette.surface, palette.control),
    }
}

/// The soft shadow under menus, dialogs and toasts.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "token sizes are small whole numbers"
)]
pub fn shadow(palette: &Palette) -> Shadow {
    let [x, y] = palette.shadow.offset;
    Shadow {
        offset: [x as i8, y as i8],
        blur: palette.shadow.blur as u8,
        spread: palette.shadow.spread as u8,
        color: palette.shadow.color.into(),
    }
}
