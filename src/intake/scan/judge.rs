//! Whether the ink of an item is an answer. Where it could be two, it is none: a person looks.

use super::read::{Inked, Ticked};

/// So much of a box is ink where it is ticked; less than the other where it is not.
const TICKED: f32 = 0.05;
const CLEAN: f32 = 0.015;
/// A stroke of a pen is so long at least, in points; what is shorter is a speck of dirt.
const STROKE: f32 = 3.0;
/// So much of a box that is only faint is a tick with a dry pen.
const FAINT: f32 = 0.10;
/// Beside one clear tick another box may have so much ink, or such a part of the tick's.
const TOUCHED: f32 = 0.03;
const SHARE: f32 = 0.2;
/// A tick leaves its box on one side; what leaves it on both by so much, in points, and has so
/// much ink outside, in square points, is struck out.
const STRUCK: f32 = 3.2;
const OUTSIDE: f32 = 7.0;
/// Of a tick so much at least lies inside.
const INSIDE: f32 = 0.12;
/// Ink of so many square points beside the boxes is meant; as large a part of a tick too.
const MEANT: f32 = 2.5;
const PART: f32 = 0.4;

/// What an item says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Blank,
    /// The options that are ticked, ascending.
    Chosen(Vec<u8>),
    Doubt(Doubt),
}

/// Why a person has to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// More than one box has ink.
    Several,
    /// There is ink, hardly.
    Faint,
    /// The ink is beside the boxes.
    Beside,
    /// A tick seems to be struck out.
    Struck,
    /// A stamp, a stain or a line lies over the boxes.
    Covered,
}

impl Ticked {
    /// What the item says; `several`: more than one option may be ticked.
    pub fn verdict(&self, several: bool) -> Verdict {
        if self.options.iter().any(|it| it.covered) {
            return Verdict::Doubt(Doubt::Covered);
        }
        // Words beside the boxes, a tick on the name of an option: no machine knows what they say.
        if self.aside > 0.0 {
            return Verdict::Doubt(Doubt::Beside);
        }
        let ticked: Vec<&Inked> = self.options.iter().filter(|it| it.ticked()).collect();
        let touching: f32 = self.options.iter().map(|it| it.touching).sum();
        if ticked.is_empty() {
            return match () {
                () if self.options.iter().any(Inked::any) => Verdict::Doubt(Doubt::Faint),
                () if self.beside + touching >= MEANT => Verdict::Doubt(Doubt::Beside),
                () => Verdict::Blank,
            };
        }
        if ticked.len() > 1 && !several {
            return Verdict::Doubt(Doubt::Several);
        }
        let most = ticked.iter().map(|it| it.full).fold(0.0, f32::max);
        let least = ticked
            .iter()
            .map(|it| it.area)
            .fold(f32::INFINITY, f32::min);
        let others = self.options.iter().filter(|it| !it.ticked());
        let touched = |it: &Inked| {
            it.full >= TOUCHED
                || (it.full >= CLEAN && it.full > SHARE * most)
                || it.faint >= 2.0 * FAINT
        };
        for it in others {
            if touched(it) {
                return Verdict::Doubt(Doubt::Several);
            }
        }
        if ticked.iter().any(|it| it.shared) {
            return Verdict::Doubt(Doubt::Several);
        }
        if ticked.iter().any(|it| it.struck()) {
            return Verdict::Doubt(Doubt::Struck);
        }
        if ticked.iter().any(|it| it.inside < INSIDE * it.area) {
            return Verdict::Doubt(Doubt::Beside);
        }
        if self.beside + touching >= MEANT.max(PART * least) {
            return Verdict::Doubt(Doubt::Beside);
        }
        Verdict::Chosen(ticked.iter().map(|it| it.option).collect())
    }
}

impl Inked {
    /// There is ink in the box, be it hardly any.
    pub fn any(&self) -> bool {
        self.full >= CLEAN || self.faint >= FAINT
    }

    /// There is as much ink as a tick has, over as far as a pen goes.
    fn ticked(&self) -> bool {
        self.full >= TICKED && self.extent >= STROKE
    }

    fn struck(&self) -> bool {
        self.left > STRUCK && self.right > STRUCK && self.area - self.inside > OUTSIDE
    }
}
