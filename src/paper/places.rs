//! Where on its pages a form has its boxes, its room for writing and its marks: as the typesetter
//! laid them out, so that nobody keeps a second account of it.

use typst::foundations::{Dict, NativeElement, Value};
use typst::introspection::{Introspector, MetadataElem};

use super::Document;
use crate::model::{FormLayout, LineageId, PageLayout, PaperArea, Tick, Written};

/// Something the template told on its page.
struct Told {
    page: usize,
    left: f32,
    top: f32,
    dict: Dict,
}

impl Told {
    fn int(&self, key: &str) -> Option<i64> {
        match self.dict.get(key) {
            Ok(Value::Int(value)) => Some(*value),
            _ => None,
        }
    }

    /// The square it begins, as large as `key` says.
    fn square(&self, key: &str) -> Option<PaperArea> {
        let size = match self.dict.get(key) {
            Ok(Value::Float(size)) => *size as f32,
            Ok(Value::Int(size)) => *size as f32,
            _ => return None,
        };
        Some(PaperArea {
            left: self.left,
            top: self.top,
            right: self.left + size,
            bottom: self.top + size,
        })
    }
}

impl Document {
    /// The places of a form.
    pub fn layout(&self) -> FormLayout {
        let mut pages: Vec<PageLayout> = (0..self.page_count())
            .map(|page| {
                let (width, height) = self.page_size(page).unwrap_or_default();
                PageLayout::blank(width, height)
            })
            .collect();
        for one in self.marked() {
            if let Some(page) = pages.get_mut(one.page) {
                page.lines.push(Written {
                    item: LineageId(one.mark),
                    area: PaperArea {
                        left: one.left,
                        top: one.top,
                        right: one.right,
                        bottom: one.bottom,
                    },
                });
            }
        }
        let mut open: Option<Written> = None;
        for told in self.told() {
            let Some(page) = pages.get_mut(told.page) else {
                continue;
            };
            if let (Some(corner), Some(area)) = (told.int("corner"), told.square("size")) {
                let place = usize::try_from(corner).ok();
                if let Some(kept) = place.and_then(|at| page.corners.get_mut(at)) {
                    *kept = area;
                }
            } else if let Some(area) = told.square("code") {
                page.code = area;
            } else if let (Some(item), Some(area)) = (told.int("tick"), told.square("size")) {
                page.ticks.push(Tick {
                    item: LineageId(item),
                    option: told
                        .int("option")
                        .and_then(|at| u8::try_from(at).ok())
                        .unwrap_or(0),
                    area,
                });
            } else if let Some(item) = told.int("room") {
                open = Some(Written {
                    item: LineageId(item),
                    area: PaperArea {
                        left: told.left,
                        top: told.top,
                        right: told.left,
                        bottom: told.top,
                    },
                });
            } else if let Some(mut room) = open.take().filter(|_| told.int("room-end").is_some()) {
                room.area.right = told.left;
                room.area.bottom = told.top;
                page.rooms.push(room);
            }
        }
        FormLayout { pages }
    }

    fn told(&self) -> Vec<Told> {
        let known = self.pages().introspector();
        let all = known.query(&MetadataElem::ELEM.select());
        let told = |content: &typst::foundations::Content| {
            let value = content.to_packed::<MetadataElem>()?.value.clone();
            let Value::Dict(dict) = value else {
                return None;
            };
            let place = known.position(content.location()?)?;
            Some(Told {
                page: place.page.get() - 1,
                left: place.point.x.to_pt() as f32,
                top: place.point.y.to_pt() as f32,
                dict,
            })
        };
        all.iter().filter_map(told).collect()
    }
}
