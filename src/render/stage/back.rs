//! The canvas behind: grounds, painted anew only when the view, the size or the theme changes.
//!
//! Each ground is kept as a bitmap of the part that is to be seen. While the view glides the whole of it is kept, at
//! half the scale, so that a frame of the glide costs one copy per lane.
//! Must not be here: what moves.

use kurbo::{Affine, Rect, Vec2};
use wasm_bindgen::JsCast;
use web_sys::HtmlCanvasElement;

use super::{PART, Shot, clip, context, fit, unclip};
use crate::render::canvas::Painter;
use crate::scene::frame::{Art, Frame, Ground};
use crate::scene::ir::Picture;
use crate::units::Theme;

/// Which ground is seen where: its name, the box in which, and its map.
type Place = (&'static str, Option<Rect>, Affine);

/// The canvas behind.
pub struct Back {
    canvas: HtmlCanvasElement,
    painter: Painter,
    shown: Vec<Place>,
    shown_theme: Option<Theme>,
    bitmaps: Vec<Bitmap>,
}

struct Bitmap {
    ground: &'static Ground,
    canvas: HtmlCanvasElement,
    /// The part of the ground that it shows, in the ground's coordinates.
    part: Rect,
    /// Device pixels per unit of the ground.
    scale: f64,
    theme: Theme,
    /// What is still to be painted on it, and how many items of that already are.
    rest: Option<(Picture, usize)>,
}

impl Back {
    /// A painter on a canvas, or none where the browser gives no 2D context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let painter = Painter::new(context(&canvas)?, Theme::Light);
        Some(Self {
            canvas,
            painter,
            shown: Vec::new(),
            shown_theme: None,
            bitmaps: Vec::new(),
        })
    }

    /// The canvas itself.
    pub fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Shows the grounds of a frame; says whether they are the first ones, or some of these are still to be drawn.
    pub fn draw(&mut self, frame: &Frame, shot: Shot) -> bool {
        let mut places: Vec<Place> = Vec::new();
        let mut grounds: Vec<&'static Ground> = Vec::new();
        for layer in &frame.layers {
            if let Art::Ground(ground) = layer.art {
                places.push((ground.id, layer.clip, layer.map));
                grounds.push(ground);
            }
        }
        let emptied = fit(&self.canvas, shot);
        if !emptied && self.shown_theme == Some(shot.theme) && self.shown == places {
            return false;
        }
        self.bitmaps
            .retain(|kept| grounds.iter().any(|it| it.id == kept.ground.id));
        let all = Rect::new(0.0, 0.0, shot.size_px.0, shot.size_px.1);
        let first = self.shown_theme.is_none();
        let part =
            |(_, clipped, map): &Place| (map.inverse()).transform_rect_bbox(clipped.unwrap_or(all));
        for (place, ground) in places.iter().zip(&grounds) {
            // How much the map enlarges; lanes may be mirrored.
            let [a, b, ..] = place.2.as_coeffs();
            let scale = Vec2::new(a, b).hypot() * shot.device_px * ground.detail;
            // Lanes may show other parts of one ground.
            let same = places.iter().filter(|it| it.0 == place.0);
            let seen = same.map(part).fold(part(place), |a, b| a.union(b));
            self.keep(ground, scale, seen, shot);
            if self.paint(ground, first) {
                return true;
            }
        }
        self.painter
            .start(self.canvas.width(), self.canvas.height());
        let device = Affine::scale(shot.device_px);
        for ((_, clipped, map), ground) in places.iter().zip(grounds) {
            clip(&mut self.painter, *clipped, device);
            self.ground(ground, device * *map);
            unclip(&mut self.painter, *clipped);
        }
        self.painter.finish();
        self.shown = places;
        self.shown_theme.replace(shot.theme).is_none()
    }

    fn ground(&mut self, ground: &Ground, map: Affine) {
        let Some(kept) = self.bitmaps.iter().find(|it| it.ground.id == ground.id) else {
            return;
        };
        let corner = Affine::translate((kept.part.x0, kept.part.y0));
        self.painter
            .place(map * corner * Affine::scale(1.0 / kept.scale));
        self.painter
            .context()
            .draw_image_with_html_canvas_element(&kept.canvas, 0.0, 0.0)
            .ok();
    }

    /// Sees to it that what is seen of a ground is there as a bitmap.
    fn keep(&mut self, ground: &'static Ground, scale: f64, seen: Rect, shot: Shot) {
        let (left, top, right, bottom) = ground.bounds;
        let whole = Rect::new(left, top, right, bottom);
        // Bitmaps have whole pixels; a unit more on each side leaves no seam.
        let part = seen.inflate(1.0, 1.0).intersect(whole);
        let known = self
            .bitmaps
            .iter()
            .position(|it| it.ground.id == ground.id)
            .map(|at| self.bitmaps.swap_remove(at));
        let fits = |kept: &Bitmap| {
            let near = (kept.scale / scale - 1.0).abs() < 0.02 || !shot.settled;
            let covers = kept.part.inflate(0.5, 0.5).union(part) == kept.part.inflate(0.5, 0.5);
            kept.theme == shot.theme && near && covers
        };
        let known = match known {
            Some(kept) if fits(&kept) => return self.bitmaps.push(kept),
            // A bitmap that is already there is used again: its memory is the browser's largest here.
            Some(kept) => Some(kept.canvas),
            None => new_canvas(&self.canvas),
        };
        let Some(canvas) = known else { return };
        let (part, scale) = match shot.settled {
            true => (part, scale),
            false => (whole, scale / 2.0),
        };
        canvas.set_width((part.width() * scale).ceil() as u32);
        canvas.set_height((part.height() * scale).ceil() as u32);
        self.bitmaps.push(Bitmap {
            ground,
            canvas,
            part,
            scale,
            theme: shot.theme,
            rest: Some(((ground.draw)(), 0)),
        });
    }

    /// Paints what is still to be painted of a ground: all, or with the first picture a part. Says whether it painted
    /// a part.
    fn paint(&mut self, ground: &Ground, in_parts: bool) -> bool {
        let mut bitmaps = self.bitmaps.iter_mut();
        let Some(kept) = bitmaps.find(|it| it.ground.id == ground.id) else {
            return false;
        };
        let Some((picture, from)) = kept.rest.take() else {
            return false;
        };
        let Some(context) = context(&kept.canvas) else {
            return false;
        };
        let (scale, corner) = (kept.scale, Vec2::new(kept.part.x0, kept.part.y0));
        let until = if in_parts { from + PART } else { usize::MAX };
        let mut painter = Painter::new(context, kept.theme);
        painter.start_part(kept.canvas.width(), kept.canvas.height(), from..until);
        painter.draw(&picture, Affine::scale(scale) * Affine::translate(-corner));
        painter.finish();
        kept.rest = painter.is_part().then_some((picture, until));
        in_parts
    }
}

fn new_canvas(beside: &HtmlCanvasElement) -> Option<HtmlCanvasElement> {
    beside
        .owner_document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()
}
