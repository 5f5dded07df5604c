//! One value of a row, its compact form, and what tells whether two sides hold the same rows.

use sha2::{Digest as _, Sha256};

/// A value as both engines have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Null,
    Number(i64),
    Flag(bool),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    /// Appends the compact form: a sign for the kind, then the value.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.push(0),
            Self::Flag(false) => out.push(1),
            Self::Flag(true) => out.push(2),
            Self::Number(number) => {
                out.push(3);
                out.extend_from_slice(&number.to_be_bytes());
            }
            Self::Text(text) => {
                out.push(4);
                write_bytes(text.as_bytes(), out);
            }
            Self::Bytes(bytes) => {
                out.push(5);
                write_bytes(bytes, out);
            }
        }
    }
}

fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
    out.extend_from_slice(bytes);
}

/// Takes the next value off its compact form; nothing when that is none.
pub(crate) fn take_value(input: &mut &[u8]) -> Option<Value> {
    Some(match take(input, 1)?[0] {
        0 => Value::Null,
        1 => Value::Flag(false),
        2 => Value::Flag(true),
        3 => Value::Number(i64::from_be_bytes(take(input, 8)?.try_into().ok()?)),
        4 => Value::Text(String::from_utf8(take_bytes(input)?.to_vec()).ok()?),
        5 => Value::Bytes(take_bytes(input)?.to_vec()),
        _ => return None,
    })
}

fn take_bytes<'i>(input: &mut &'i [u8]) -> Option<&'i [u8]> {
    let length = u64::from_be_bytes(take(input, 8)?.try_into().ok()?);
    take(input, usize::try_from(length).ok()?)
}

fn take<'i>(input: &mut &'i [u8], length: usize) -> Option<&'i [u8]> {
    let (taken, rest) = input.split_at_checked(length)?;
    *input = rest;
    Some(taken)
}

/// How many rows there are, and a sum over the digest of each: the same for the same rows, in whatever order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    rows: u64,
    sum: [u64; 4],
}

impl Tally {
    pub(crate) fn add(&mut self, row: &[Value]) {
        let mut bytes = Vec::new();
        for value in row {
            value.write(&mut bytes);
        }
        let digest = Sha256::digest(&bytes);
        for (sum, part) in self.sum.iter_mut().zip(digest.chunks_exact(8)) {
            *sum = sum.wrapping_add(part.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
        self.rows += 1;
    }

    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }
}
