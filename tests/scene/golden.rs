//! What all tests of scenes share: pixels, golden pictures, content.

use std::path::PathBuf;
use std::rc::Rc;

use exosome_explainer::content;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// A golden picture may differ by this much per channel on average (0..=255) …
const MEAN_TOLERANCE: f64 = 0.35;
/// … and in this share of its pixels by more than [`OUTLIER`].
const OUTLIERS: f64 = 0.004;
const OUTLIER: u8 = 40;

/// An SVG as pixels.
pub fn pixels(svg: &str, scale: f32) -> Pixmap {
    let tree = Tree::from_str(svg, &Options::default()).expect("the still is well-formed SVG");
    let size = tree.size();
    let (w, h) = (
        (size.width() * scale) as u32,
        (size.height() * scale) as u32,
    );
    let mut pixmap = Pixmap::new(w, h).expect("a picture has a size");
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixmap.as_mut(),
    );
    pixmap
}

/// Mean difference per channel, and the share of pixels with an outlier.
pub fn difference(a: &Pixmap, b: &Pixmap) -> (f64, f64) {
    assert_eq!(
        (a.width(), a.height()),
        (b.width(), b.height()),
        "sizes differ"
    );
    let (mut sum, mut outliers) = (0_u64, 0_usize);
    for (p, q) in a.data().chunks_exact(4).zip(b.data().chunks_exact(4)) {
        let worst = p
            .iter()
            .zip(q)
            .map(|(x, y)| x.abs_diff(*y))
            .max()
            .unwrap_or(0);
        sum += p
            .iter()
            .zip(q)
            .map(|(x, y)| u64::from(x.abs_diff(*y)))
            .sum::<u64>();
        outliers += usize::from(worst > OUTLIER);
    }
    let count = a.data().len();
    (
        sum as f64 / count as f64,
        outliers as f64 / (count as f64 / 4.0),
    )
}

/// Compares an SVG with its golden picture, or draws that anew.
pub fn check_golden(name: &str, svg: &str, scale: f32) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.png"));
    let drawn = pixels(svg, scale);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        drawn
            .save_png(&path)
            .expect("the golden picture is written");
        return;
    }
    let golden = Pixmap::load_png(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let (mean, outliers) = difference(&drawn, &golden);
    assert!(
        mean <= MEAN_TOLERANCE && outliers <= OUTLIERS,
        "{name} differs from its golden picture: {mean:.2} on average, {:.2} % outliers",
        outliers * 100.0
    );
}

/// The languages there are files for: what is added there is fitted here.
pub fn languages() -> Vec<Rc<str>> {
    content("ja").explainer.languages
}

/// The content in a language.
pub fn content(lang: &str) -> content::Content {
    let read = |name: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("assets/content")
            .join(name);
        std::fs::read_to_string(path).expect("the content is there")
    };
    content::parse(
        &read("explainer.json"),
        &format!("{lang}.json"),
        &read(&format!("{lang}.json")),
    )
    .0
}
