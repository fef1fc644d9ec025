//! The icons: single outlines on a 24 × 24 grid, drawn in the colour of the text beside them.

use yew::Html;

use super::html::{el, when};
use crate::content::Badge;

/// One icon. Its outline is stroked; see `.icon` in the shared style sheet.
#[derive(Clone, Copy)]
pub struct Icon {
    outline: &'static str,
    /// A part that is unknown or missing, so it is dashed.
    dashed: &'static str,
    filled: bool,
}

const fn outline(outline: &'static str) -> Icon {
    Icon {
        outline,
        dashed: "",
        filled: false,
    }
}

pub const PLAY: Icon = Icon {
    outline: "M8 5.5v13l10.5-6.5z",
    dashed: "",
    filled: true,
};
pub const PAUSE: Icon = outline("M8 5.5v13M9 5.5v13M15 5.5v13M16 5.5v13");
pub const PREVIOUS: Icon = outline("M15 5.5 8.5 12l6.5 6.5");
pub const NEXT: Icon = outline("M9 5.5 15.5 12 9 18.5");
pub const REPLAY: Icon = outline("M5 12a7 7 0 1 0 2.4-5.3L5 8.8M5 4.4v4.4h4.4");
pub const LIST: Icon =
    outline("M8.5 6.5h11M8.5 12h11M8.5 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1");
pub const SETTINGS: Icon =
    outline("M3 18 7.6 6h.8L13 18M4.7 14h6.6M14.5 18l3-8h.6l3 8M15.6 15.2h4.4");
pub const HELP: Icon = outline(
    "M3.4 12a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0M9.7 9.6c.2-1.3 1-2 2.3-2 1.3 0 2.2.8 2.2 1.9 0 1.6-2.2 1.6-2.2 3.3M12 16.2v.1",
);
pub const RISK: Icon = outline("M12 3.8 21.4 20H2.6zM12 10v4.6M12 17.4v.1");
pub const ASK: Icon = outline(
    "M4 5.5h16v11h-8.5L7 20v-3.5H4zM9.8 9.4c.2-1.3 1-2 2.3-2 1.3 0 2.2.8 2.2 1.9 0 1.6-2.1 1.6-2.1 3.1M12.1 14.4v.1",
);
pub const SOURCES: Icon = outline("M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h5");
pub const CLOSE: Icon = outline("M6 6l12 12M18 6 6 18");
pub const LESS: Icon = outline("M6 12h12");
pub const MORE: Icon = outline("M6 12h12M12 6v12");
pub const BOTH: Icon = outline(
    "M6 5h12a2.5 2.5 0 0 1 2.5 2.5v9A2.5 2.5 0 0 1 18 19H6a2.5 2.5 0 0 1-2.5-2.5v-9A2.5 2.5 0 0 1 6 5zM12 5v14",
);
pub const WITHOUT: Icon = outline("M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M6.5 17.5l11-11");
pub const WITH: Icon = outline(
    "M3.4 12a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0M6.4 12a5.6 5.6 0 1 0 11.2 0 5.6 5.6 0 1 0-11.2 0M10.3 12.8h.2M13.7 11h.2",
);

pub const CHART: Icon = outline("M4 4v16h16M7 15.5c3 0 3.5-8 6-8s3 5 7 5.5");
pub const HOME: Icon = outline("M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10");
pub const DONE: Icon = outline("M5 12.5 10 17.5 19.5 7");
pub const DRIP: Icon =
    outline("M12 3.5c3.6 4.6 5.6 7.6 5.6 10.4a5.6 5.6 0 0 1-11.2 0C6.4 11.1 8.4 8.1 12 3.5z");
pub const LOCAL: Icon =
    outline("M14 4.5 19.5 10M16.8 7.2 9.5 14.5l-4.6 1.2 1.2-4.6 7.3-7.3M4.5 19.5h8");

/// A three-pointed star: raises inflammation.
const PRO: Icon = outline("M12 3.5l2.6 7.3 6.9 6.9-7.5-1.6L12 16.4l-2 -.3-7.5 1.6 6.9-6.9z");
/// Two open rounds: lowers inflammation.
const ANTI: Icon = outline(
    "M3.6 14.2a4.6 4.6 0 1 0 9.2 0 4.6 4.6 0 1 0-9.2 0M11.2 9.8a4.6 4.6 0 1 0 9.2 0 4.6 4.6 0 1 0-9.2 0M8.2 14.2h.1M15.8 9.8h.1",
);

/// Half round, half toothed: a trophic factor has two faces.
const TROPHIC: Icon = outline(
    "M12 4a8 8 0 1 0 0 16zM12 4l4-.8v3.6l4.4.6-2.4 3.2 2.8 2.2-3.4 2.2 1.6 3.6-4.2.2-.6 1.8H12z",
);

const CELL: Icon = outline(
    "M2.5 9a9.5 4.2 0 1 0 19 0 9.5 4.2 0 1 0-19 0M2.5 9v5.2c0 2.5 4.2 4.4 9.5 4.4s9.5-1.9 9.5-4.4V9",
);
const ANIMAL: Icon = outline(
    "M21.6 15.6c-1.6-4.2-4.6-6.6-8.2-7.2C7 7.4 3.4 11.4 3.4 15.2c0 1.8 1 3 2.8 3h12.6c1.8 0 3.3-.9 2.8-2.6zM9.7 8.2a2.9 2.9 0 1 1 5.8 0 2.9 2.9 0 1 1-5.8 0M3.6 16.6C1.4 17 .8 19.4 2.8 20.6c1 .6 3.2.6 5.4.6",
);
const PERSON: Icon =
    outline("M8.4 6.6a3.6 3.6 0 1 0 7.2 0 3.6 3.6 0 1 0-7.2 0M4.6 20.4c0-5 3-8 7.4-8s7.4 3 7.4 8");
const TWO_PEOPLE: Icon = Icon {
    outline: "M4.1 7.2a2.9 2.9 0 1 0 5.8 0 2.9 2.9 0 1 0-5.8 0M1.8 19c0-4 2-6.4 5.2-6.4s5.2 2.4 5.2 6.4",
    dashed: "M14.7 7.2a2.9 2.9 0 1 0 5.8 0 2.9 2.9 0 1 0-5.8 0M13.8 19c.2-4 1.6-6.4 3.8-6.4 3 0 4.8 2.4 4.8 6.4",
    filled: false,
};
const UNKNOWN: Icon = Icon {
    outline: "M9.8 9.4c.2-1.3 1-2 2.3-2 1.3 0 2.2.8 2.2 1.9 0 1.6-2.1 1.6-2.1 3.1M12.1 16v.1",
    dashed: "M3.4 12a8.6 8.6 0 1 0 17.2 0 8.6 8.6 0 1 0-17.2 0",
    filled: false,
};
const WORD: Icon = outline(
    "M4 5.5c3-1 6-.6 8 1.2 2-1.8 5-2.2 8-1.2v13c-3-1-6-.6-8 1.2-2-1.8-5-2.2-8-1.2zM12 6.7v13",
);
const SUM: Icon = outline("M5 9h14M5 15h14M9 4.5 7.5 19.5M16.5 4.5 15 19.5");
const EQUAL: Icon = outline("M6 9.5h12M6 14.5h12");

const BODY: &str = "M12 1.8a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 1 1 0-4.6M8.7 7.4h6.6c1.2 0 1.9.8 2.1 1.9l1 5.6-1.5.3-1.2-4.6-.2 4 .7 8.1h-2.2L12 15.8l-1.3 6.9H8.5l.7-8.1-.2-4-1.2 4.6-1.5-.3 1-5.6c.2-1.1.9-1.9 2.1-1.9z";
/// What can be tried: three sliders.
pub const TRY: Icon = outline(
    "M5 4v9m0 5v2M12 4v2m0 5v9M19 4v7m0 5v4M2.8 13h4.4v5H2.8zM9.8 6h4.4v5H9.8zM16.8 11h4.4v5h-4.4z",
);

/// The icon of a badge and of a step of the evidence ladder.
pub const fn of_badge(badge: Badge) -> Icon {
    match badge {
        Badge::Cell => CELL,
        Badge::Animal => ANIMAL,
        Badge::HumanSmall => PERSON,
        Badge::HumanControlled => TWO_PEOPLE,
        Badge::Unknown => UNKNOWN,
        Badge::Definition => WORD,
        Badge::Calculation => SUM,
        Badge::NoDifference => EQUAL,
    }
}

/// The icon of an actor in a legend.
pub fn of_actor(actor: &str) -> Icon {
    match actor {
        "pro" => PRO,
        "anti" => ANTI,
        "trophic" => TROPHIC,
        _ => WITH,
    }
}

/// A figure with a dot where the scene is.
pub fn locator(spot: &str) -> Html {
    let dot = ["M", spot, "h.01"].concat();
    let path = |class, outline| el("path", &[("class", class), ("d", outline)], vec![]);
    let attributes = &[
        ("class", "locator"),
        ("viewBox", "0 0 24 24"),
        ("aria-hidden", "true"),
    ];
    el(
        "svg",
        attributes,
        vec![path("body", BODY), path("here", &dot)],
    )
}

/// Draws an icon. It is decoration: the words beside it, or the control's label, say the same.
pub fn icon(icon: Icon) -> Html {
    let path = |outline, name, value| el("path", &[("d", outline), (name, value)], vec![]);
    let fill = when(icon.filled, "fill");
    let mut paths = vec![path(icon.outline, fill, "currentColor")];
    if !icon.dashed.is_empty() {
        paths.push(path(icon.dashed, "stroke-dasharray", "2.6 2.6"));
    }
    el(
        "svg",
        &[
            ("class", "icon"),
            ("viewBox", "0 0 24 24"),
            ("aria-hidden", "true"),
        ],
        paths,
    )
}
