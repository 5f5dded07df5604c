//! The typesetter: a template and values become pages, pages become PDF or PNG. It reads no file, no font of the machine, no
//! clock and no network. The templates are `.typ` files beside this one; what they set comes as JSON that they read, so a text is
//! never parsed as markup.
//!
//! Library and fonts are made ready once, at the first use.

use std::sync::{LazyLock, Mutex, PoisonError};

use chrono::{DateTime, Datelike as _, Timelike as _, Utc};
use serde::Serialize;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic, SourceResult, Warned};
use typst::foundations::{Bytes, Datetime, Duration, NativeElement as _, Smart};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

use super::{PaperError, shown};

const TEMPLATES: [(&str, &str); 4] = [
    ("paper.typ", include_str!("paper.typ")),
    ("chart.typ", include_str!("chart.typ")),
    ("timeline.typ", include_str!("timeline.typ")),
    ("pieces.typ", include_str!("pieces.typ")),
];

const FONTS: [&[u8]; 4] = [
    include_bytes!("fonts/NotoSans-Regular.ttf"),
    include_bytes!("fonts/NotoSans-Bold.ttf"),
    include_bytes!("fonts/NotoEmoji-Regular.ttf"),
    // Arabic, Hebrew, arrows, ticks and other signs.
    include_bytes!("fonts/DejaVuSans.ttf"),
];

static SHOP: LazyLock<Shop> = LazyLock::new(Shop::open);

/// One paper at a time: the typesetter remembers what it has set, once for the whole process, and forgets it all at the end of a
/// paper, for those are texts of people. In the midst of another paper that would cost time.
static PRESS: Mutex<()> = Mutex::new(());

/// What is the same for all papers.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<(&'static str, Source)>,
    values: FileId,
}

impl Shop {
    fn open() -> Self {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect();
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates: TEMPLATES
                .iter()
                .map(|(name, text)| (*name, Source::new(file(name), (*text).to_owned())))
                .collect(),
            values: file("values.json"),
        }
    }

    fn template(&self, id: FileId) -> Option<&Source> {
        self.templates.iter().map(|(_, source)| source).find(|source| source.id() == id)
    }
}

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One paper on the press: the world as its template sees it.
struct Sheet {
    shop: &'static Shop,
    template: FileId,
    values: Bytes,
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.template
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shop.template(id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shop.values { Ok(self.values.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The pages that this template makes of these values.
pub(super) fn set(template: &str, values: &impl Serialize) -> Result<PagedDocument, PaperError> {
    compiled(template, values).output.map_err(|problems| gave_up(&problems))
}

/// The same, with what the typesetter has to say about the template.
pub(super) fn compiled(template: &str, values: &impl Serialize) -> Warned<SourceResult<PagedDocument>> {
    let mut values = serde_json::to_value(values).expect("papers are plain values");
    show_all(&mut values);
    let sheet = Sheet { shop: &SHOP, template: file(template), values: Bytes::from_string(values.to_string()) };
    alone(|| typst::compile(&sheet))
}

/// All texts, as they can be shown.
fn show_all(value: &mut Value) {
    match value {
        Value::String(text) => *text = shown(text),
        Value::Array(values) => values.iter_mut().for_each(show_all),
        Value::Object(values) => values.values_mut().for_each(show_all),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The pages as PDF, tagged, with the moment at which they were made.
pub(super) fn pdf(pages: &PagedDocument, made: Option<DateTime<Utc>>) -> Result<Vec<u8>, PaperError> {
    let options = PdfOptions {
        creator: Smart::Custom(None),
        timestamp: made.and_then(moment).map(Timestamp::new_utc),
        ..PdfOptions::default()
    };
    alone(|| typst_pdf::pdf(pages, &options)).map_err(|problems| gave_up(&problems))
}

/// Does a piece of work that the typesetter remembers, with nobody else at it.
pub(super) fn alone<T>(work: impl FnOnce() -> T) -> T {
    let _press = PRESS.lock().unwrap_or_else(PoisonError::into_inner);
    let done = work();
    typst::comemo::evict(0);
    done
}

fn moment(at: DateTime<Utc>) -> Option<Datetime> {
    let part = |part: u32| u8::try_from(part).ok();
    Datetime::from_ymd_hms(
        at.year(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
}

/// The number of the first moment on each page. The template leaves a note of each moment where it stands.
pub(super) fn firsts(pages: &PagedDocument) -> Vec<usize> {
    let introspector = pages.introspector();
    let mut firsts = Vec::new();
    for (index, note) in introspector.query(&MetadataElem::ELEM.select()).iter().enumerate() {
        let page = note.location().and_then(|location| introspector.page(location));
        while page.is_some_and(|page| page.get() > firsts.len()) {
            firsts.push(index);
        }
    }
    firsts
}

fn gave_up(problems: &[SourceDiagnostic]) -> PaperError {
    // Without its hints: those may quote a text.
    PaperError::Typesetting(problems.first().map_or_else(String::new, |problem| problem.message.to_string()))
}
