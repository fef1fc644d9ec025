//! The stage: ground, lanes, window, scales and leaders on one canvas.
//!
//! The ground does not move; it is kept as a bitmap per theme and size and drawn anew only when the
//! view has come to rest in another scale.
//! Must not be here: time, words, the DOM around the canvas.

use kurbo::{Affine, Rect, Vec2};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::canvas::Painter;
use crate::model::microglia::State;
use crate::scene::ir::Picture;
use crate::scene::microglia::{self, LaneDrawing, gauge, lens, tissue};
use crate::scene::still::{divider, gauge_place, sights, veil};
use crate::scene::view::{Arrangement, Viewport, arrange, opened};
use crate::units::{Lane, Theme};

/// What one frame is to show.
#[derive(Clone, Copy, Debug)]
pub struct Shot<'a> {
    /// The scene's state.
    pub state: &'a State,
    /// The box in CSS pixels and the weights of the lanes.
    pub viewport: Viewport,
    /// Device pixels per CSS pixel.
    pub device_px: f64,
    /// Colours.
    pub theme: Theme,
    /// The view is at rest, so that a new ground may be drawn.
    pub settled: bool,
}

/// What was drawn, for labels and hit areas.
pub struct Drawn {
    /// Where everything stands.
    pub arrangement: Arrangement,
    /// The lanes.
    pub lanes: [LaneDrawing; 2],
}

struct Ground {
    bitmap: HtmlCanvasElement,
    /// Device pixels of the bitmap per lane unit.
    scale: f64,
    theme: Theme,
}

/// Paints whole frames on one canvas.
pub struct StagePainter {
    canvas: HtmlCanvasElement,
    painter: Painter,
    ground: Option<Ground>,
}

impl StagePainter {
    /// A painter on a canvas, or none where the browser gives no 2D context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let painter = Painter::new(context(&canvas)?);
        Some(Self {
            canvas,
            painter,
            ground: None,
        })
    }

    /// Shapes drawn in the last frame.
    pub fn shapes(&self) -> u32 {
        self.painter.shapes()
    }

    /// Draws a frame; `leaders` is painted last, in CSS pixels.
    pub fn draw(&mut self, shot: Shot<'_>, leaders: impl FnOnce(&Drawn) -> Picture) -> Drawn {
        let device = Affine::scale(shot.device_px);
        self.fit(shot);
        self.painter.set_theme(shot.theme);
        self.painter.start();
        let arrangement = arrange(&shot.viewport);
        let lanes = Lane::BOTH.map(|lane| microglia::lane(shot.state, lane));
        let scale = arrangement
            .panes
            .iter()
            .map(|pane| pane.scale)
            .fold(0.0, f64::max);
        self.keep_ground(scale * shot.device_px, shot);
        for (pane, drawing) in arrangement.panes.iter().zip(&lanes) {
            if pane.clip.width() < 0.5 || pane.clip.height() < 0.5 {
                continue;
            }
            self.clip(pane.clip, device);
            self.draw_ground(device * pane.px_from_lane);
            self.painter
                .draw(&drawing.picture, device * pane.px_from_lane);
            self.painter.context().restore();
        }
        let beside = shot.viewport.without.min(shot.viewport.with);
        if beside > 0.01 {
            self.painter.draw(&divider(&arrangement), device);
        }
        for (lane, weight) in [
            (Lane::Without, shot.viewport.without),
            (Lane::With, shot.viewport.with),
        ] {
            if weight > 0.5 {
                let map = gauge_place(&arrangement, lane);
                self.painter
                    .draw(&gauge::picture(shot.state, lane), device * map);
            }
        }
        let open = microglia::lens_open(shot.state.time_secs);
        if open > 0.0 {
            if arrangement.stacked {
                self.painter.draw(&veil(&arrangement, open), device);
            }
            self.painter
                .draw(&sights(&arrangement, &lanes, open), device);
            let map = opened(arrangement.px_from_lens, open);
            self.painter.draw(&lens::window(shot.state), device * map);
        }
        let drawn = Drawn { arrangement, lanes };
        let leaders = leaders(&drawn);
        self.painter.draw(&leaders, device);
        drawn
    }

    fn fit(&self, shot: Shot<'_>) {
        let px = |css: f64| (css * shot.device_px).round().max(1.0) as u32;
        let (w, h) = (px(shot.viewport.width), px(shot.viewport.height));
        if self.canvas.width() != w {
            self.canvas.set_width(w);
        }
        if self.canvas.height() != h {
            self.canvas.set_height(h);
        }
    }

    fn clip(&mut self, clip: Rect, device: Affine) {
        self.painter.place(device);
        let context = self.painter.context();
        context.save();
        context.begin_path();
        context.rect(clip.x0, clip.y0, clip.width(), clip.height());
        context.clip();
    }

    fn keep_ground(&mut self, scale: f64, shot: Shot<'_>) {
        let fits = self.ground.as_ref().is_some_and(|kept| {
            kept.theme == shot.theme && ((kept.scale / scale - 1.0).abs() < 0.02 || !shot.settled)
        });
        if fits {
            return;
        }
        let (left, top, right, bottom) = tissue::GROUND;
        // A bitmap that is already there is used again: its memory is the browser's largest here.
        let bitmap = match self.ground.take() {
            Some(kept) => kept.bitmap,
            None => match new_canvas(&self.canvas) {
                Some(bitmap) => bitmap,
                None => return,
            },
        };
        bitmap.set_width(((right - left) * scale).ceil() as u32);
        bitmap.set_height(((bottom - top) * scale).ceil() as u32);
        let Some(context) = context(&bitmap) else {
            return;
        };
        let mut painter = Painter::new(context);
        painter.set_theme(shot.theme);
        let map = Affine::scale(scale) * Affine::translate(Vec2::new(-left, -top));
        painter.draw(&tissue::ground(), map);
        self.ground = Some(Ground {
            bitmap,
            scale,
            theme: shot.theme,
        });
    }

    fn draw_ground(&mut self, map: Affine) {
        let Some(ground) = &self.ground else { return };
        let (left, top, ..) = tissue::GROUND;
        let place = map * Affine::translate((left, top)) * Affine::scale(1.0 / ground.scale);
        self.painter.place(place);
        let context = self.painter.context();
        context
            .draw_image_with_html_canvas_element(&ground.bitmap, 0.0, 0.0)
            .ok();
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
