//! The seal: every stored text is encrypted with XChaCha20-Poly1305 under a key of its record, and that key is wrapped by the
//! master key. Where a text stands (table, row, column) is bound to it, so that nobody can move it elsewhere unnoticed.
//!
//! To erase a record is to overwrite its wrapped key: no copy of its texts, in old pages or backups, can then be opened,
//! once the master key itself has been rotated. Keys live in memory that is wiped when they are dropped.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// The form of a sealed text, its first byte.
const FORM: u8 = 1;
const NONCE: usize = 24;
pub(super) const KEY: usize = 32;

/// Where a text stands. It opens only there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'p> {
    /// The table.
    pub table: &'p str,
    /// The row, by a name that never changes.
    pub row: &'p str,
    /// The column.
    pub column: &'p str,
}

impl Place<'_> {
    /// The place as bytes that no other place has: each part with its length before it.
    fn bytes(&self) -> Vec<u8> {
        let parts = [self.table, self.row, self.column];
        parts.iter().flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.bytes())).collect()
    }
}

/// Why a sealed text does not open. Nothing is said about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// It has been changed or moved, or the key is another one.
    #[error("it was sealed with another key, or changed, or moved from another place")]
    Broken,
    /// The master key with which the record's key was wrapped is not in the key file.
    #[error("the master key that it was sealed with is not in the key file")]
    NoMaster,
}

/// The key of one record, as long as it is used.
#[derive(Clone)]
pub struct RecordKey(Zeroizing<[u8; KEY]>);

impl std::fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecordKey(…)")
    }
}

/// The key of a record as it is stored: encrypted with a master key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// The name of the master key.
    pub master: String,
    /// The encrypted key.
    pub bytes: Vec<u8>,
}

impl RecordKey {
    /// A new key of random bits.
    pub(super) fn random() -> Self {
        Self(random_key())
    }

    /// Seals a text for this place.
    pub fn seal(&self, place: Place<'_>, text: &[u8]) -> Vec<u8> {
        seal(&self.0, place, text)
    }

    /// Opens what was sealed for this place.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        open(&self.0, place, sealed)
    }

    /// A keyed hash of these parts (HMAC-SHA-256): the same parts give the same hash, and nobody without the key can try
    /// out what was hashed.
    pub fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0[..]).expect("a key of any length will do");
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <[u8; KEY]>::try_from(bytes).ok().map(|key| Self(Zeroizing::new(key)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0[..]
    }
}

pub(super) fn random_key() -> Zeroizing<[u8; KEY]> {
    let mut key = Zeroizing::new([0_u8; KEY]);
    getrandom::fill(&mut key[..]).expect("the operating system gives random bits");
    key
}

pub(super) fn seal(key: &[u8; KEY], place: Place<'_>, text: &[u8]) -> Vec<u8> {
    let mut nonce = [0_u8; NONCE];
    getrandom::fill(&mut nonce).expect("the operating system gives random bits");
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    let payload = Payload { msg: text, aad: &place.bytes() };
    let encrypted = cipher.encrypt(XNonce::from_slice(&nonce), payload).expect("a text fits the cipher");
    let mut sealed = Vec::with_capacity(1 + NONCE + encrypted.len());
    sealed.push(FORM);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&encrypted);
    sealed
}

pub(super) fn open(key: &[u8; KEY], place: Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (form, rest) = sealed.split_first().ok_or(SealError::Broken)?;
    if *form != FORM || rest.len() < NONCE {
        return Err(SealError::Broken);
    }
    let (nonce, encrypted) = rest.split_at(NONCE);
    let cipher = XChaCha20Poly1305::new(Key::from_slice(key));
    let payload = Payload { msg: encrypted, aad: &place.bytes() };
    let text = cipher.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| SealError::Broken)?;
    Ok(Zeroizing::new(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HERE: Place<'static> = Place { table: "signal", row: "S-2026-k7qd", column: "seen" };

    #[test]
    fn what_was_sealed_here_opens_here() {
        let key = RecordKey::random();
        let sealed = key.seal(HERE, "Twee groepen dagen elkaar uit.".as_bytes());
        assert_eq!(key.open(HERE, &sealed).expect("it opens").as_slice(), "Twee groepen dagen elkaar uit.".as_bytes());
        assert!(!sealed.windows(7).any(|window| window == b"groepen"), "it cannot be read as it lies there");
    }

    #[test]
    fn it_opens_nowhere_else_and_with_no_other_key() {
        let key = RecordKey::random();
        let sealed = key.seal(HERE, b"text");
        let elsewhere = [
            Place { table: "incident", ..HERE },
            Place { row: "S-2026-k7qf", ..HERE },
            Place { column: "place", ..HERE },
            // The same letters, parted elsewhere.
            Place { table: "signalS", row: "-2026-k7qd", column: "seen" },
        ];
        for place in elsewhere {
            assert_eq!(key.open(place, &sealed), Err(SealError::Broken), "{place:?}");
        }
        assert_eq!(RecordKey::random().open(HERE, &sealed), Err(SealError::Broken));
    }

    #[test]
    fn the_same_text_is_sealed_differently_each_time() {
        let key = RecordKey::random();
        assert_ne!(key.seal(HERE, b"text"), key.seal(HERE, b"text"));
    }

    #[test]
    fn the_cipher_is_the_published_one() {
        // draft-irtf-cfrg-xchacha-03, appendix A.3.1, with its nonce and key.
        let key: Vec<u8> = (0x80..=0x9f).collect();
        let nonce: Vec<u8> = (0x40..=0x57).collect();
        let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&key));
        let sealed =
            cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: text, aad: &aad }).expect("it is sealed");
        assert_eq!(sealed[..8], [0xbd, 0x6d, 0x17, 0x9d, 0x3e, 0x83, 0xd4, 0x3b]);
        assert_eq!(sealed[text.len()..][..4], [0xc0, 0x87, 0x59, 0x24], "the tag");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_any_change_shows(text: Vec<u8>, at: prop::sample::Index, bit in 0..8_u8) {
            let key = RecordKey::random();
            let mut sealed = key.seal(HERE, &text);
            let opened = key.open(HERE, &sealed).expect("it opens");
            prop_assert_eq!(opened.as_slice(), text.as_slice());
            let at = at.index(sealed.len());
            sealed[at] ^= 1 << bit;
            prop_assert_eq!(key.open(HERE, &sealed), Err(SealError::Broken));
        }

        #[test]
        fn anything_that_was_never_sealed_is_refused(bytes: Vec<u8>) {
            prop_assert_eq!(RecordKey::random().open(HERE, &bytes), Err(SealError::Broken));
        }
    }
}
