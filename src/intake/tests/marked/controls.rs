//! Workbooks with form controls, as Excel writes them.

use std::fmt::Write;

use crate::intake::tests::book::{archive_of, parts};

/// A check box or an option button on a sheet.
#[derive(Clone, Debug)]
pub struct Control {
    /// The cell its upper left corner lies in.
    pub at: (u32, u32),
    /// Pixels right of and below the corner of that cell.
    pub into: (u32, u32),
    pub label: String,
    /// As `ctrlProps` say it: `Checked`, `Unchecked`, `Mixed`.
    pub state: &'static str,
    pub link: Option<String>,
    pub radio: bool,
    /// It is a list to choose from: what it offers, and which of it is chosen, from 1.
    pub list: Option<(&'static str, usize)>,
}

impl Control {
    pub fn new(at: (u32, u32), label: &str, ticked: bool) -> Self {
        Self {
            at,
            into: (2, 1),
            label: label.to_owned(),
            state: if ticked { "Checked" } else { "Unchecked" },
            link: None,
            radio: false,
            list: None,
        }
    }
}

/// Which parts speak of the controls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parts {
    /// The drawing of old alone, as Excel 2007 writes it.
    Old,
    /// All, as Excel writes them since.
    All,
    /// The text stands in the new drawing only.
    New,
    /// As LibreOffice saves them: the parts are tied by nothing but their order.
    Libre,
}

/// The workbook with controls on its first sheet.
pub fn with_controls(workbook: &[u8], controls: &[Control], which: Parts) -> Vec<u8> {
    let mut all = parts(workbook);
    let mut extra = Vec::new();
    let (mut vml, mut new, mut listed, mut rels) =
        (String::new(), String::new(), String::new(), String::new());
    for (at, control) in controls.iter().enumerate() {
        let shape = 1025 + at;
        vml.push_str(&old_shape(shape, control, which));
        write!(
            new,
            r#"<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{shape}" name="Check Box {at}"><a:extLst><a:ext><a14:compatExt spid="_x0000_s{shape}"/></a:ext></a:extLst></xdr:cNvPr></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"#,
            control.label
        )
        .unwrap();
        listed.push_str(&in_sheet(shape, at, control, which));
        let link = control.link.as_ref();
        let link = link.map_or(String::new(), |link| format!(r#" fmlaLink="{link}""#));
        let kind = if control.radio { "Radio" } else { "CheckBox" };
        let state = match control.state {
            "Unchecked" => String::new(),
            state => format!(r#" checked="{state}""#),
        };
        let (kind, state) = match control.list {
            Some((range, sel)) => (
                "Drop",
                format!(r#" dropLines="8" fmlaRange="{range}" sel="{sel}" val="0""#),
            ),
            None => (kind, state),
        };
        extra.push((
            format!("xl/ctrlProps/ctrlProp{at}.xml"),
            format!(r#"<formControlPr xmlns="x" objectType="{kind}"{state}{link} lockText="1"/>"#),
        ));
        write!(
            rels,
            r#"<Relationship Id="c{at}" Target="../ctrlProps/ctrlProp{at}.xml"/>"#
        )
        .unwrap();
    }
    if which == Parts::Old {
        extra.clear();
        rels.clear();
        listed.clear();
    }
    rels.push_str(r#"<Relationship Id="v1" Target="../drawings/vmlDrawing1.vml"/>"#);
    rels.push_str(r#"<Relationship Id="d1" Target="/xl/drawings/drawing1.xml"/>"#);
    extra.push((
        "xl/worksheets/_rels/sheet1.xml.rels".to_owned(),
        format!("<Relationships>{rels}</Relationships>"),
    ));
    extra.push((
        "xl/drawings/vmlDrawing1.vml".to_owned(),
        format!("<xml><o:shapelayout v:ext=\"edit\"/>{vml}</xml>"),
    ));
    extra.push((
        "xl/drawings/drawing1.xml".to_owned(),
        format!("<xdr:wsDr>{new}</xdr:wsDr>"),
    ));
    let sheet = all.iter_mut().find(|it| it.0 == "xl/worksheets/sheet1.xml");
    let sheet = &mut sheet.unwrap().1;
    let text = String::from_utf8(sheet.clone()).unwrap();
    let tail = format!(
        r#"<drawing r:id="d1"/><legacyDrawing r:id="v1"/><mc:AlternateContent><mc:Choice Requires="x14"><controls>{listed}</controls></mc:Choice></mc:AlternateContent></worksheet>"#
    );
    *sheet = text.replace("</worksheet>", &tail).into_bytes();
    let all = all.iter().map(|it| (it.0.as_str(), it.1.as_slice()));
    let extra = extra.iter().map(|it| (it.0.as_str(), it.1.as_bytes()));
    archive_of(&all.chain(extra).collect::<Vec<_>>())
}

fn old_shape(shape: usize, control: &Control, which: Parts) -> String {
    let label = match which {
        Parts::New => "",
        Parts::Old | Parts::All | Parts::Libre => &control.label,
    };
    let kind = if control.radio { "Radio" } else { "Checkbox" };
    let checked = match (which, control.state) {
        // What the other parts say holds.
        (Parts::New | Parts::Libre, _) | (_, "Unchecked") => "",
        (_, "Checked") => "<x:Checked>1</x:Checked>",
        _ => "<x:Checked>2</x:Checked>",
    };
    let link = control.link.as_ref();
    let link = link.map_or(String::new(), |it| format!("<x:FmlaLink>{it}</x:FmlaLink>"));
    let (kind, checked) = match control.list {
        Some((range, sel)) => (
            "Drop",
            format!("<x:FmlaRange>{range}</x:FmlaRange><x:Val>0</x:Val><x:Sel>{sel}</x:Sel>"),
        ),
        None => (kind, checked.to_owned()),
    };
    let ((row, column), (x, y)) = (control.at, control.into);
    let id = match which {
        Parts::Libre => r#"id="shape_0""#.to_owned(),
        _ => format!(r#"id="Box_x0020_{shape}" o:spid="_x0000_s{shape}""#),
    };
    format!(
        r##"<v:shape {id} type="#_x0000_t201" style='position:absolute'>
 <v:textbox style='mso-direction-alt:auto' o:singleclick="f">
  <div style='text-align:left'><font face="宋体" size="180" color="auto">{label}</font><br></div>
 </v:textbox>
 <x:ClientData ObjectType="{kind}"><x:SizeWithCells/><x:Anchor>
   {column}, {x}, {row}, {y}, {column}, 60, {row}, {}</x:Anchor><x:AutoFill>False</x:AutoFill>{checked}{link}</x:ClientData></v:shape>"##,
        y + 17
    )
}

fn in_sheet(shape: usize, at: usize, control: &Control, which: Parts) -> String {
    let ((row, column), (x, y)) = (control.at, control.into);
    let (x, y, right, below) = (x * 9525, y * 9525, 60 * 9525, (y + 17) * 9525);
    if which == Parts::Libre {
        let nowhere = "<xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff>";
        return format!(
            r#"<control shapeId="{shape}" r:id="c{at}" name="{}"><controlPr defaultSize="0"><anchor><from>{nowhere}</from><to>{nowhere}</to></anchor></controlPr></control>"#,
            control.label
        );
    }
    let corner = |name: &str, x, y| {
        format!(
            "<{name}><xdr:col>{column}</xdr:col><xdr:colOff>{x}</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>{y}</xdr:rowOff></{name}>"
        )
    };
    let anchor = corner("from", x, y) + &corner("to", right, below);
    format!(
        r#"<mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="{shape}" r:id="c{at}" name="Check Box {at}"><controlPr defaultSize="0"><anchor moveWithCells="1">{anchor}</anchor></controlPr></control></mc:Choice><mc:Fallback><control shapeId="{shape}" r:id="c{at}" name="Check Box {at}"/></mc:Fallback></mc:AlternateContent>"#
    )
}
