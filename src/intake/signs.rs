//! The signs people draw to choose, in a form and in a column of options alike. What they say
//! beside each other is known by those who read either.

/// The last is a ticked box in the font Wingdings.
pub(super) const TICKS: [char; 12] = ['√', '✓', '✔', '☑', '■', '●', '◉', '✅', '🗹', '⊙', '☒', 'þ'];
/// There to be chosen. The last two are boxes in the fonts Wingdings 2 and Wingdings.
pub(super) const BOXES: [char; 10] = ['□', '☐', '○', '◯', '〇', '▢', '❏', '❑', '£', '¨'];
/// Of those, what some draw to choose: a circle is a box to fill, or says yes beside a cross.
pub(super) const CIRCLES: [char; 3] = ['○', '◯', '〇'];
/// A tick to some, its opposite to others.
pub(super) const CROSSES: [char; 6] = ['×', '✗', '✘', '✕', '✖', '╳'];
