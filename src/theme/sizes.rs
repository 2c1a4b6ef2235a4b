//! Sizes in logical pixels, and points on paper.

use serde::Deserialize;

/// Sizes and line heights of text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typography {
    pub sizes: TypeSizes,
    pub line_heights: TypeSizes,
    pub smallest: f32,
}

/// One value for each kind of text.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TypeSizes {
    pub figure: f32,
    pub title: f32,
    pub heading: f32,
    pub body: f32,
    pub table: f32,
    pub small: f32,
}

/// Text on paper, in points.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PaperType {
    pub title: f32,
    pub heading: f32,
    pub body: f32,
    pub table: f32,
    pub caption: f32,
    pub chart_label: f32,
}

/// Distances.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Spaces {
    pub unit: f32,
    pub page_margin: f32,
    pub panel_margin: f32,
    pub control_gap: f32,
    pub group_gap: f32,
    pub section_gap: f32,
}

/// Corner radii.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Radii {
    pub checkbox: f32,
    pub tag: f32,
    pub control: f32,
    pub card: f32,
    pub menu: f32,
    pub dialog: f32,
    pub bar: f32,
    pub gauge: f32,
}

/// Line widths.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Strokes {
    pub hairline: f32,
    pub control: f32,
    pub focus_ring: f32,
    pub focus_gap: f32,
    pub tab_underline: f32,
    pub drop_zone: f32,
    pub drop_zone_dash: [f32; 2],
}

/// Heights of bars, rows and controls.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Heights {
    pub top_line: f32,
    pub tabs: f32,
    pub status_line: f32,
    pub page_header: f32,
    pub section_header: f32,
    pub control: f32,
    pub control_small: f32,
    pub tree_row: f32,
    pub list_row: f32,
    pub table_head: f32,
    pub row_dense: f32,
    pub row: f32,
    pub row_chart: f32,
    pub row_two_lines: f32,
    pub issue_footer: f32,
}

/// Widths; pairs are least and most.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Widths {
    pub side_left: [f32; 2],
    pub side_right: [f32; 2],
    pub search: f32,
    pub dialog: f32,
    pub menu: f32,
    pub window_min: [f32; 2],
}

/// Icon sizes.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Icons {
    pub small: f32,
    pub control: f32,
    pub normal: f32,
    pub large: f32,
    pub empty_state: f32,
}

/// Diameters of round marks.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Dots {
    pub status: f32,
    pub point: f32,
    pub point_main: f32,
    pub interval_point: f32,
    pub interval_point_child: f32,
    pub previous: f32,
    pub one_customer: f32,
}

/// Strokes and spaces inside charts.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ChartSizes {
    pub line: f32,
    pub line_main: f32,
    pub interval_line: f32,
    pub grid: f32,
    pub axis: f32,
    pub target_line: f32,
    pub target_dash: [f32; 2],
    pub typed_in_dash: [f32; 2],
    pub limit_dash: [f32; 2],
    pub break_dash: [f32; 2],
    pub bar_height: f32,
    pub bar_gap: f32,
    pub label: f32,
    pub label_offset: f32,
    pub margins: ChartMargins,
}

/// Room around the plot area of a chart.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ChartMargins {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub bottom: f32,
}

/// Times; the unit is in the name.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Motion {
    pub hover_ms: f32,
    pub toast_s: f32,
    pub progress_after_ms: f32,
}
