//! The sheets laid over the page: risks, questions, sources, settings, keys, list. One native
//! dialog shows all of them; the store opens and closes it.

use std::rc::Rc;

use yew::Html;

use super::app::View;
use super::html::{el, none, sentence, text, truth, when};
use super::tries::switches;
use super::{frame, icons, page, panel, rail, texts};
use crate::content::{Badge, Claim, Outcome, Source, fill};
use crate::session::Sheet;
use crate::session::playhead::Motion;
use crate::session::settings::{TextScale, ThemeChoice};

/// The title and the content of the open sheet.
pub fn view(view: &View<'_>) -> Vec<Html> {
    let (title, body) = match view.session.sheet {
        None => ("close", vec![]),
        Some(Sheet::Risks) => ("risk.title", risks(view)),
        Some(Sheet::Questions) => ("ask.title", questions(view)),
        Some(Sheet::Sources) => ("sources.title", sources(view)),
        Some(Sheet::Settings) => ("settings.title", settings(view)),
        Some(Sheet::Help) => ("help.title", help(view)),
        Some(Sheet::List) => ("nav.name", rail::all(view)),
        Some(Sheet::Panel) => ("", panel::view(view)),
        Some(Sheet::Page) => ("", page::view(view)),
    };
    let title = match view.session.sheet {
        Some(Sheet::Panel) => view.content.texts.scene(&view.session.open).title,
        Some(Sheet::Page) => view.ui(&["page.", &view.session.open].concat()),
        _ => view.ui(title),
    };
    let head = vec![
        el("h3", &[("id", "sheet-title")], vec![sentence(title)]),
        frame::command(&[("data-action", "close")], vec![text(view.ui("close"))]),
    ];
    vec![
        el("div", &[("class", "sheet-head")], head),
        el("div", &[("class", "sheet-body"), ("tabindex", "0")], body),
    ]
}

fn paragraph(view: &View<'_>, key: &str) -> Html {
    el("p", &[], vec![sentence(view.ui(key))])
}

pub fn heading(view: &View<'_>, key: &str) -> Html {
    el("h4", &[], vec![sentence(view.ui(key))])
}

fn risks(view: &View<'_>) -> Vec<Html> {
    let explainer = &view.content.explainer;
    vec![
        paragraph(view, "risk.intro"),
        points(view, &explainer.risks),
        statements(view, "risk.statements"),
        heading(view, "risk.tab.research"),
        points(view, &explainer.research),
        heading(view, "risk.tab.cost"),
        points(view, &explainer.cost),
    ]
}

/// The five statements about unapproved products, under a heading.
pub fn statements(view: &View<'_>, key: &str) -> Html {
    let statement = |id: &Rc<str>| el("li", &[], vec![sentence(view.content.texts.claim(id))]);
    let statements = view.content.explainer.statements.iter().map(statement);
    let list = el("ul", &[], statements.collect());
    el("div", &[("class", "boxed")], vec![heading(view, key), list])
}

fn questions(view: &View<'_>) -> Vec<Html> {
    let questions = view.content.texts.questions().into_iter().map(question);
    vec![
        paragraph(view, "ask.intro"),
        paragraph(view, "ask.why"),
        values(view),
        asked(view),
        el("ol", &[("class", "points")], questions.collect()),
        heading(view, "ask.care"),
        points(view, &view.content.explainer.care),
    ]
}

fn question(words: &str) -> Html {
    el("li", &[], vec![sentence(words)])
}

/// What matters to the visitor: each a switch of its own.
fn values(view: &View<'_>) -> Html {
    let choice = |id: &Rc<str>| {
        let attributes = &[
            ("data-action", "value"),
            ("data-value", &**id),
            ("aria-pressed", truth(view.session.values.contains(id))),
        ];
        let name = sentence(view.content.texts.value_name(id));
        frame::command(attributes, vec![el("span", &[], vec![name])])
    };
    let choices = view.content.explainer.values.iter().map(choice);
    switches(view, "values.title", "values.note", choices.collect())
}

/// What to ask about what was chosen: what matters first, then the regions, each question once.
fn asked(view: &View<'_>) -> Html {
    let mut asked: Vec<&Rc<str>> = Vec::new();
    for (index, region) in view.content.explainer.regions.iter().enumerate() {
        for question in &region.questions {
            if view.session.params.regions.has(index) && !asked.contains(&question) {
                asked.push(question);
            }
        }
    }
    let texts = &view.content.texts;
    let values = view.session.values.iter();
    let words = values
        .map(|id| texts.value_question(id))
        .chain(asked.into_iter().map(|id| texts.region_question(id)));
    let questions = words.map(question).collect();
    el("ol", &[("class", "points")], questions)
}

fn sources(view: &View<'_>) -> Vec<Html> {
    let step = view
        .scene()
        .and_then(|scene| scene.steps.get(view.session.step));
    vec![
        heading(view, "sources.step"),
        points(
            view,
            step.map(|step| step.claims.as_slice()).unwrap_or_default(),
        ),
        paragraph(view, "sources.note"),
    ]
}

/// Claims as a list, each with its title, its badges and its sources.
pub fn points(view: &View<'_>, claims: &[Rc<str>]) -> Html {
    let point = |claim: &Claim| {
        let title = view.content.texts.claim_title(&claim.id);
        let badges = claim.badges();
        // Dashed where nothing is known, not where only a part is.
        let nothing = claim.result == Outcome::NotStudied && badges.contains(&Badge::Unknown);
        let unknown = when(nothing, "class");
        let parts = vec![
            if title.is_empty() {
                none()
            } else {
                el("h5", &[], vec![sentence(title)])
            },
            sentence(view.content.texts.claim(&claim.id)),
            frame::badges(view, &badges),
            origin(view, claim),
        ];
        el("li", &[(unknown, "unknown")], parts)
    };
    let claims = claims
        .iter()
        .filter_map(|id| view.content.explainer.claim(id));
    el("ul", &[("class", "points")], claims.map(point).collect())
}

/// What was tested, how it was given, and where one can read it.
pub fn origin(view: &View<'_>, claim: &Claim) -> Html {
    let mut lines = Vec::new();
    for (key, prefix, names) in [
        ("sources.material", "material.", &claim.material),
        ("sources.route", "route.", &claim.route),
    ] {
        let mut line = view.ui(key).to_owned();
        for (index, name) in names.iter().enumerate() {
            line.push_str(if index == 0 { ": " } else { " / " });
            line.push_str(view.ui(&[prefix, name].concat()));
        }
        if !names.is_empty() {
            lines.push(el("p", &[], vec![sentence(&line)]));
        }
    }
    let sources = claim
        .sources
        .iter()
        .filter_map(|id| view.content.explainer.source(id));
    lines.extend(sources.map(|source| el("p", &[], source_link(view, source))));
    el("div", &[("class", "origin")], lines)
}

/// A source with an address is a link; one that is still being confirmed says so.
fn source_link(view: &View<'_>, source: &Source) -> Vec<Html> {
    let title = text(view.content.texts.source(&source.id));
    match &source.address {
        Some(address) => {
            let link = &[
                ("href", &**address),
                ("target", "_blank"),
                ("rel", "noopener noreferrer"),
                ("title", view.ui("link.new-tab")),
            ];
            vec![el("a", link, vec![title])]
        }
        None if !source.pending => vec![title],
        None => vec![
            title,
            text(" "),
            el("em", &[], vec![text(view.ui("sources.pending"))]),
        ],
    }
}

fn settings(view: &View<'_>) -> Vec<Html> {
    let session = view.session;
    let mut languages = Vec::new();
    for lang in &view.content.explainer.languages {
        let on = **lang == *view.content.texts.lang();
        languages.push(choice("lang", lang, &texts::language_name(lang), on));
    }
    let size = |percent: u16| {
        let n = percent.to_string();
        let on = session.settings.text.percent() == percent;
        choice(
            "text",
            &n,
            &fill(view.ui("settings.size"), &[("n", &n)]),
            on,
        )
    };
    let motion = |name, motion| {
        let key = ["motion.", name].concat();
        choice("motion", name, view.ui(&key), session.motion() == motion)
    };
    let theme = |theme: ThemeChoice| {
        let key = ["theme.", theme.name()].concat();
        choice(
            "theme",
            theme.name(),
            view.ui(&key),
            session.theme_choice() == theme,
        )
    };
    let motions = vec![
        motion("full", Motion::Full),
        motion("storyboard", Motion::Storyboard),
    ];
    let themes = [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Auto].map(theme);
    let rows = vec![
        row(view, "settings.text", TextScale::PERCENT.map(size).into()),
        row(view, "settings.motion", motions),
        row(view, "settings.theme", themes.into()),
        row(view, "settings.language", languages),
        paragraph(view, "settings.note"),
    ];
    vec![el("div", &[("class", "rows")], rows)]
}

fn choice(action: &str, value: &str, name: &str, on: bool) -> Html {
    let attributes = &[
        ("data-action", action),
        ("data-value", value),
        ("aria-pressed", truth(on)),
    ];
    frame::command(attributes, vec![text(name)])
}

fn row(view: &View<'_>, key: &str, choices: Vec<Html>) -> Html {
    el(
        "div",
        &[("role", "group"), ("aria-label", view.ui(key))],
        vec![heading(view, key), el("div", &[("class", "seg")], choices)],
    )
}

/// What the shapes mean, for screens that have no room for it on the picture.
fn legend(view: &View<'_>) -> Html {
    let sign = |actor: &Rc<str>| {
        let words = text(view.ui(&["legend.", actor].concat()));
        let parts = vec![icons::icon(icons::of_actor(actor)), words];
        el("li", &[("data-icon", actor)], parts)
    };
    let actors = view.scene().map_or(&[][..], |scene| &scene.legend);
    let signs = actors.iter().map(sign).collect();
    el("ul", &[("class", "legend"), ("role", "list")], signs)
}

fn help(view: &View<'_>) -> Vec<Html> {
    let mut keys = Vec::new();
    for name in ["play", "steps", "ends", "actors", "close"] {
        let key = el("kbd", &[], vec![text(view.ui(&["key.", name].concat()))]);
        keys.push(el("dt", &[], vec![key]));
        keys.push(el(
            "dd",
            &[],
            vec![sentence(view.ui(&["help.", name].concat()))],
        ));
    }
    vec![
        legend(view),
        paragraph(view, "legend.unknown"),
        paragraph(view, "note.speed"),
        paragraph(view, "help.touch"),
        heading(view, "help.keys"),
        el("dl", &[("class", "keys")], keys),
    ]
}
