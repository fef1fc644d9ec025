//! The words on the picture: labels, the numbers of the window, the list of the clean-up. And where
//! each actor's button stands. Placed with every frame through the CSSOM, never through the vdom.
//!
//! Hidden from assistive technology: the long description and the live sentence say the same in order.
//! Must not be here: which labels stand where; the scene says so.

use std::cell::{Cell, RefCell};

use kurbo::Rect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::html::phrases;
use crate::content::{Content, fill};
use crate::scene::frame::Frame;
use crate::scene::label::{Align, Label, Look, Slot};

/// Movements smaller than this cannot be seen, in CSS pixels.
const STILL_PX: f64 = 0.1;

/// Half of an actor's button, in CSS pixels.
const HALF_SPOT: f64 = 24.0;
/// How near to the edge of the stage its middle may be; where one presents, buttons are a little larger.
const INSET: f64 = 28.0;

/// The overlay of one stage.
pub struct Overlay {
    root: HtmlElement,
    nodes: RefCell<Vec<Node>>,
    window: Cell<bool>,
    buttons: RefCell<Vec<Button>>,
    /// The line that reads a plot out.
    reading: RefCell<Option<Node>>,
}

/// An actor's button: its actor, and where it was put, if it can be reached.
type Button = (String, HtmlElement, Cell<Option<(f64, f64)>>);

struct Node {
    slot: Slot,
    element: HtmlElement,
    text: Cell<&'static str>,
    count: Cell<u32>,
    size: Cell<(f64, f64)>,
    placed: Cell<(f64, f64, f64)>,
}

impl Overlay {
    /// An empty overlay.
    pub fn new(root: HtmlElement) -> Self {
        root.set_attribute("aria-hidden", "true").ok();
        Self {
            root,
            nodes: RefCell::default(),
            window: Cell::new(false),
            buttons: RefCell::default(),
            reading: RefCell::default(),
        }
    }

    /// Makes a node for each place for words of a scene.
    pub fn set_slots(&self, slots: &'static [Slot]) {
        self.root.set_text_content(None);
        let nodes = slots.iter().filter_map(|slot| make_node(&self.root, *slot));
        self.nodes.replace(nodes.collect());
        self.reading.replace(None);
    }

    /// New words, or words in another size: measures again, when all is written, so that the page is laid out once.
    pub fn set_words(&self, scene: &str, content: &Content) {
        let nodes = self.nodes.borrow();
        for node in nodes.iter() {
            if let Look::Card(lines) = node.slot.look {
                fill_card(&node.element, node.slot.id, lines, scene, content);
            } else {
                node.write(scene, content);
            }
        }
        for node in nodes.iter().chain(&*self.reading.borrow()) {
            node.measure();
        }
    }

    /// The measured size of a node, in CSS pixels.
    pub fn size(&self, id: &str) -> (f64, f64) {
        self.nodes
            .borrow()
            .iter()
            .find(|node| node.slot.id == id)
            .map_or((0.0, 0.0), |node| node.size.get())
    }

    /// Chooses each node's words: where two labels share a node, the more visible one has it; some tell a number.
    pub fn choose(&self, frame: &mut Frame, scene: &str, content: &Content) {
        let Frame { labels, count, .. } = frame;
        let shown = labels.clone();
        labels.retain(|label| {
            let rival = |other: &&Label| other.id == label.id && other.text != label.text;
            shown
                .iter()
                .find(rival)
                .is_none_or(|other| other.alpha < label.alpha)
        });
        let nodes = self.nodes.borrow();
        for label in labels.iter() {
            let Some(node) = nodes.iter().find(|node| node.slot.id == label.id) else {
                continue;
            };
            let fixed = matches!(
                node.slot.look,
                Look::Number(_) | Look::Figures(_) | Look::Card(_)
            );
            let counts = node.slot.look == Look::Count && node.count.replace(*count) != *count;
            if !fixed && node.text.replace(label.text) != label.text || counts {
                node.write(scene, content);
                node.measure();
            }
        }
    }

    /// Writes what a plot reads at the place that the frame has for it; labels under it make way. Its node is made when
    /// somebody first asks.
    pub fn read_out(&self, frame: &mut Frame, words: &str, (width, _): (f64, f64)) {
        let mut reading = self.reading.borrow_mut();
        let Some(at) = frame.reading else {
            if let Some(node) = &*reading {
                node.move_to(0.0, 0.0, 0.0);
            }
            return;
        };
        if reading.is_none() {
            let slot = Slot::with("", Look::Hint);
            *reading = make_node(&self.root, slot);
        }
        let Some(node) = &*reading else { return };
        if node.element.text_content().as_deref() != Some(words) {
            node.element.set_text_content(Some(words));
            node.measure();
        }
        let (w, h) = node.size.get();
        let x = (at.x - w / 2.0).min(width - w - 6.0).max(6.0);
        let y = (at.y - h).max(6.0);
        node.move_to(x, y, 1.0);
        let here = Rect::new(x, y, x + w, y + h);
        let free = |label: &Label| {
            here.intersect(label.bounds(self.size(label.id)))
                .is_zero_area()
        };
        frame.labels.retain(free);
    }

    /// Puts words and buttons where the frame has them and hides the rest.
    pub fn place(&self, frame: &Frame, size_px: (f64, f64)) {
        self.place_labels(&frame.labels, size_px);
        self.place_buttons(frame, size_px);
        self.mark_window(frame.window);
    }

    /// Moves the nodes to their labels and hides the rest. The stage's size is given, because asking
    /// the browser for it between two writes would make it lay the page out each time.
    fn place_labels(&self, labels: &[Label], (width, height): (f64, f64)) {
        for node in self.nodes.borrow().iter() {
            match labels.iter().find(|label| label.id == node.slot.id) {
                Some(label) => {
                    let (w, h) = node.size.get();
                    let x = match label.align {
                        Align::Start => label.at.x,
                        Align::Middle => label.at.x - w / 2.0,
                        Align::End => label.at.x - w,
                    };
                    // Long words in large type stay on the stage.
                    let x = x.min(width - w - 6.0).max(6.0);
                    let y = label.at.y.min(height - h - 6.0).max(6.0);
                    node.move_to(x, y, label.alpha);
                }
                None => node.move_to(0.0, 0.0, 0.0),
            }
        }
    }

    /// Tells the style sheet whether the view into the cells is open.
    fn mark_window(&self, open: bool) {
        if self.window.replace(open) == open {
            return;
        }
        if let Some(stage) = self.root.parent_element() {
            // One plain word cannot be refused.
            stage.class_list().toggle_with_force("window", open).ok();
        }
    }

    /// Remembers the actors' buttons (they are the vdom's; their places are ours).
    pub fn find_buttons(&self, canvas: &Element) {
        let mut buttons = self.buttons.borrow_mut();
        let Some(stage) = canvas.parent_element() else {
            return;
        };
        let known = buttons.first().map(|(_, button, _)| button.is_connected());
        let count = stage.get_elements_by_class_name("spot").length() as usize;
        let same = |(actor, button, _): &Button| {
            button.get_attribute("data-actor").as_ref() == Some(actor)
        };
        if known == Some(true) && count == buttons.len() && buttons.iter().all(same) {
            return;
        }
        buttons.clear();
        let found = stage.get_elements_by_class_name("spot");
        for i in 0..found.length() {
            let Some(button) = found
                .item(i)
                .and_then(|it| it.dyn_into::<HtmlElement>().ok())
            else {
                continue;
            };
            if let Some(actor) = button.get_attribute("data-actor") {
                buttons.push((actor, button, Cell::new(None)));
            }
        }
    }

    /// Whether an actor stands in the lower half of the stage.
    pub fn is_low(&self, actor: &str) -> bool {
        let half = f64::from(self.root.client_height()) / 2.0;
        let low = |(name, _, at): &Button| name == actor && at.get().is_some_and(|at| at.1 > half);
        self.buttons.borrow().iter().any(low)
    }

    /// Places the actors' buttons; one whose actor is not to be seen is taken out of reach.
    fn place_buttons(&self, frame: &Frame, (width, height): (f64, f64)) {
        for (actor, button, placed) in self.buttons.borrow().iter() {
            let spot = frame.spots.iter().find(|spot| *spot.actor == **actor);
            // A whole button stays on the stage.
            let hold = |at: f64, size: f64| at.min(size - INSET).max(INSET).round();
            let spot = spot.map(|spot| (hold(spot.at.x, width), hold(spot.at.y, height)));
            if placed.replace(spot) == spot && spot.is_some() {
                continue;
            }
            match spot {
                Some((x, y)) => {
                    set(
                        button,
                        "transform",
                        &translate(x - HALF_SPOT, y - HALF_SPOT),
                    );
                    set(button, "visibility", "visible");
                }
                None => set(button, "visibility", "hidden"),
            }
        }
    }
}

impl Node {
    /// Writes what the node says now; to be measured after.
    fn write(&self, scene: &str, content: &Content) {
        let words = content.texts.label(scene, self.text.get());
        let counted;
        let words = match self.slot.look {
            Look::Number(figures) | Look::Figures(figures) => figures,
            Look::Count => {
                counted = fill(words, &[("n", &self.count.get().to_string())]);
                &counted
            }
            _ => words,
        };
        if self.slot.look != Look::Two {
            return self.element.set_text_content(Some(words));
        }
        self.element.set_text_content(None);
        for (i, phrase) in phrases(words).into_iter().enumerate() {
            if i > 0 {
                add(&self.element, "wbr", "");
            }
            // A text is always accepted.
            self.element.append_with_str_1(phrase).ok();
        }
    }

    fn measure(&self) {
        let (w, h) = (self.element.offset_width(), self.element.offset_height());
        self.size.set((f64::from(w), f64::from(h)));
        self.placed.set((f64::NAN, f64::NAN, f64::NAN));
    }

    fn move_to(&self, x: f64, y: f64, alpha: f64) {
        let (old_x, old_y, old_alpha) = self.placed.get();
        let same = |a: f64, b: f64, by: f64| (a - b).abs() < by;
        if !(same(alpha, old_alpha, 0.004)) {
            set(&self.element, "opacity", &short(alpha));
        }
        if alpha > 0.0 && !(same(x, old_x, STILL_PX) && same(y, old_y, STILL_PX)) {
            set(&self.element, "transform", &translate(x, y));
            self.placed.set((x, y, alpha));
        } else {
            self.placed.set((old_x, old_y, alpha));
        }
    }
}

fn make_node(root: &HtmlElement, slot: Slot) -> Option<Node> {
    let class = match slot.look {
        Look::Plain | Look::Head | Look::Count => "label",
        Look::Small => "label small",
        Look::Fine | Look::Figures(_) => "label small fine",
        Look::Two => "label two",
        Look::Hint => "label hint",
        Look::Unknown => "label hint open",
        Look::Number(_) => "label num",
        Look::Card(_) => "label card",
    };
    let element: HtmlElement = root
        .owner_document()?
        .create_element("div")
        .ok()?
        .dyn_into()
        .ok()?;
    element.set_class_name(class);
    set(&element, "opacity", "0");
    root.append_child(&element).ok()?;
    let nothing = (f64::NAN, f64::NAN, f64::NAN);
    Some(Node {
        slot,
        element,
        text: Cell::new(""),
        count: Cell::new(0),
        size: Cell::new((0.0, 0.0)),
        placed: Cell::new(nothing),
    })
}

/// A card on the picture: a heading with small print, and numbered lines.
fn fill_card(card: &HtmlElement, id: &str, lines: &[&str], scene: &str, content: &Content) {
    card.set_text_content(None);
    let word = |id: &str| content.texts.label(scene, id);
    if let Some(heading) = add(card, "b", word(id)) {
        add(&heading, "small", word(&[id, "-sub"].concat()));
    }
    for (number, id) in (1_u32..).zip(lines) {
        if let Some(line) = add(card, "span", "") {
            add(&line, "i", &number.to_string());
            line.append_with_str_1(word(id)).ok();
        }
    }
}

fn add(parent: &Element, tag: &str, text: &str) -> Option<Element> {
    let child = parent.owner_document()?.create_element(tag).ok()?;
    child.set_text_content(Some(text));
    parent.append_child(&child).ok()?;
    Some(child)
}

fn set(element: &HtmlElement, name: &str, value: &str) {
    // Refused only for unknown names; these are known.
    element.style().set_property(name, value).ok();
}

fn short(value: f64) -> String {
    String::from(js_sys::Number::from((value * 250.0).round() / 250.0).to_js_string())
}

fn translate(x: f64, y: f64) -> String {
    let number =
        |v: f64| String::from(js_sys::Number::from((v * 4.0).round() / 4.0).to_js_string());
    ["translate(", &number(x), "px,", &number(y), "px)"].concat()
}
