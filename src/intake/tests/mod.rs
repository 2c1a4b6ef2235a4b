//! Files as they come: whole ones made on the spot, and real ones where they lie at hand.

mod torture;
