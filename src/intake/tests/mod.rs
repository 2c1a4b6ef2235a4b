//! Files as they come: made on the spot, and real ones where they lie at hand.

mod anything;
mod around;
mod bad_input;
mod binary_excel;
mod book;
mod by_hand;
mod columns;
mod customers;
mod definition;
mod filled;
mod formats;
mod heads;
mod hostile;
mod limits;
mod marked;
mod mutated;
mod nobody;
mod old_excel;
mod platforms;
mod returned;
mod rows;
mod ticked;
mod torture;
mod values;
mod wenjuanxing;
mod wide;
