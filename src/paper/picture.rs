//! Draws a page as a PNG that is small enough to be sent to a phone: what is empty below is cut off, and there is one byte per
//! pixel.

use typst_layout::Page;
use typst_render::RenderOptions;

use super::{PaperError, press};

/// Pixels per point. A page is as many points wide as a phone is.
const SCALE: f64 = 3.0;

/// What stays below the last line, in pixels.
const MARGIN: usize = 48;

/// Shades of red, green and blue that are taken for one: letters have soft edges, and nobody sees more than sixteen steps.
const SHADES: usize = 16 * 16 * 16;

/// A drawn page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Draws it.
pub(super) fn drawn(page: &Page) -> Result<Drawn, PaperError> {
    let options = RenderOptions { pixel_per_pt: SCALE.into(), ..RenderOptions::default() };
    let whole = press::alone(|| typst_render::render(page, &options));
    let row = whole.data().len() / usize::try_from(whole.height()).expect("it is in memory");
    let mut rows = whole.data().chunks(row);
    let count = rows.len();
    let empty = rows.clone().next_back().unwrap_or_default();
    let used = rows.rposition(|row| row != empty).map_or(count, |last| count.min(last + MARGIN));
    let (width, height) = (whole.width(), u32::try_from(used).expect("a part of its height"));
    let pixels = &whole.data()[..used * row];
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, width, height);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    match indexed(pixels) {
        Some((palette, indices)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.write_header()?.write_image_data(&indices)?;
        }
        None => {
            encoder.set_color(png::ColorType::Rgba);
            encoder.write_header()?.write_image_data(pixels)?;
        }
    }
    Ok(Drawn { png, width, height })
}

/// A palette of at most 256 colours and the place of each pixel in it; nothing when there are more.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: Vec<Option<u8>> = vec![None; SHADES];
    let mut palette: Vec<u8> = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    for pixel in pixels.chunks_exact(4) {
        let shade = usize::from(pixel[0] >> 4) << 8 | usize::from(pixel[1] & 0xf0) | usize::from(pixel[2] >> 4);
        let place = match places[shade] {
            Some(place) => place,
            None => {
                let place = u8::try_from(palette.len() / 3).ok()?;
                palette.extend_from_slice(&pixel[..3]);
                places[shade] = Some(place);
                place
            }
        };
        indices.push(place);
    }
    Some((palette, indices))
}
