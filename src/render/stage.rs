//! The stage: the layers of a frame on one canvas, with the leaders of its labels on top.
//!
//! Grounds do not move; each is kept as a bitmap per theme and size and drawn anew only when the
//! view has come to rest in another scale.
//! Must not be here: time, words, the DOM around the canvas.

use kurbo::{Affine, Rect, Vec2};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::canvas::Painter;
use crate::scene::frame::{Art, Frame, Ground};
use crate::scene::ir::Picture;
use crate::units::Theme;

/// How a frame is to be painted.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// The box in CSS pixels.
    pub size_px: (f64, f64),
    /// Device pixels per CSS pixel.
    pub device_px: f64,
    /// Colours.
    pub theme: Theme,
    /// The view is at rest, so that new grounds may be drawn.
    pub settled: bool,
}

struct Kept {
    ground: &'static Ground,
    bitmap: HtmlCanvasElement,
    /// Device pixels of the bitmap per unit of the ground.
    scale: f64,
    theme: Theme,
}

/// Paints whole frames on one canvas.
pub struct StagePainter {
    canvas: HtmlCanvasElement,
    painter: Painter,
    grounds: Vec<Kept>,
}

impl StagePainter {
    /// A painter on a canvas, or none where the browser gives no 2D context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let painter = Painter::new(context(&canvas)?);
        Some(Self {
            canvas,
            painter,
            grounds: Vec::new(),
        })
    }

    /// Shapes drawn in the last frame.
    pub fn shapes(&self) -> u32 {
        self.painter.shapes()
    }

    /// Paints a frame; `leaders` is in CSS pixels.
    pub fn draw(&mut self, frame: &Frame, leaders: &Picture, shot: Shot) {
        let device = Affine::scale(shot.device_px);
        self.fit(shot);
        self.painter.set_theme(shot.theme);
        self.painter.start();
        self.forget(frame);
        let mut clipped = None;
        for layer in &frame.layers {
            if clipped != layer.clip {
                self.unclip(clipped);
                clipped = layer.clip;
                self.clip(clipped, device);
            }
            match &layer.art {
                Art::Moving(picture) => self.painter.draw(picture, device * layer.map),
                Art::Ground(ground) => self.ground(ground, device * layer.map, shot),
            }
        }
        self.unclip(clipped);
        self.painter.draw(leaders, device);
    }

    /// Gives back the bitmaps of another scene.
    fn forget(&mut self, frame: &Frame) {
        let shown = |kept: &Kept| {
            let same = |art: &Art| matches!(art, Art::Ground(it) if it.id == kept.ground.id);
            frame.layers.iter().any(|layer| same(&layer.art))
        };
        self.grounds.retain(shown);
    }

    fn fit(&self, shot: Shot) {
        let px = |css: f64| (css * shot.device_px).round().max(1.0) as u32;
        let (w, h) = (px(shot.size_px.0), px(shot.size_px.1));
        if self.canvas.width() != w {
            self.canvas.set_width(w);
        }
        if self.canvas.height() != h {
            self.canvas.set_height(h);
        }
    }

    fn clip(&mut self, clip: Option<Rect>, device: Affine) {
        let Some(clip) = clip else { return };
        self.painter.place(device);
        let context = self.painter.context();
        context.save();
        context.begin_path();
        context.rect(clip.x0, clip.y0, clip.width(), clip.height());
        context.clip();
    }

    fn unclip(&mut self, clip: Option<Rect>) {
        if clip.is_some() {
            self.painter.context().restore();
        }
    }

    fn ground(&mut self, ground: &'static Ground, map: Affine, shot: Shot) {
        // How much the map enlarges; lanes may be mirrored.
        let [a, b, ..] = map.as_coeffs();
        let scale = Vec2::new(a, b).hypot();
        self.keep(ground, scale, shot);
        let Some(kept) = self.grounds.iter().find(|it| it.ground.id == ground.id) else {
            return;
        };
        let (left, top, ..) = ground.bounds;
        let place = map * Affine::translate((left, top)) * Affine::scale(1.0 / kept.scale);
        self.painter.place(place);
        let context = self.painter.context();
        context
            .draw_image_with_html_canvas_element(&kept.bitmap, 0.0, 0.0)
            .ok();
    }

    /// Sees to it that a ground is there as a bitmap of about the scale.
    fn keep(&mut self, ground: &'static Ground, scale: f64, shot: Shot) {
        let known = self
            .grounds
            .iter()
            .position(|it| it.ground.id == ground.id)
            .map(|at| self.grounds.swap_remove(at));
        let fits = |kept: &Kept| {
            kept.theme == shot.theme && ((kept.scale / scale - 1.0).abs() < 0.02 || !shot.settled)
        };
        let known = match known {
            Some(kept) if fits(&kept) => return self.grounds.push(kept),
            // A bitmap that is already there is used again: its memory is the browser's largest here.
            Some(kept) => Some(kept.bitmap),
            None => new_canvas(&self.canvas),
        };
        let Some(bitmap) = known else { return };
        let (left, top, right, bottom) = ground.bounds;
        bitmap.set_width(((right - left) * scale).ceil() as u32);
        bitmap.set_height(((bottom - top) * scale).ceil() as u32);
        let Some(context) = context(&bitmap) else {
            return;
        };
        let mut painter = Painter::new(context);
        painter.set_theme(shot.theme);
        let map = Affine::scale(scale) * Affine::translate(Vec2::new(-left, -top));
        painter.draw(&(ground.draw)(), map);
        self.grounds.push(Kept {
            ground,
            bitmap,
            scale,
            theme: shot.theme,
        });
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn new_canvas(beside: &HtmlCanvasElement) -> Option<HtmlCanvasElement> {
    beside
        .owner_document()?
        .create_element("canvas")
        .ok()?
        .dyn_into()
        .ok()
}
