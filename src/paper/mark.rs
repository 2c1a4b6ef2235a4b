//! The mark our own files carry: the digest of everything else in them, as a remark of their
//! format.

/// What files name as their maker.
pub(super) const MAKER: &str = "Manyi";

/// How the files of a format carry it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Every file of the format begins so.
    pub begins: &'static [u8],
    /// The remark that holds a digest, always as long.
    pub of: fn(&str) -> Vec<u8>,
    /// How many bytes stand behind it, which nothing may part.
    pub behind: fn(&[u8]) -> Option<usize>,
    /// Says in the file that so many bytes of remark are in it; `false` where there is one.
    pub announce: fn(&mut [u8], usize) -> bool,
}
