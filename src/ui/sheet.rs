//! The sheets laid over the page: risks, questions, sources, settings, keys, list. One native dialog for all of
//! them; the store opens and closes it.

use yew::prelude::*;

use super::app::View;
use super::frame;
use super::rail;
use crate::content::{Claim, Source};
use crate::session::Sheet;
use crate::session::playhead::Motion;
use crate::session::settings::{TextScale, ThemeChoice};
use std::rc::Rc;

/// The dialog with what is open in it.
pub fn view(view: &View<'_>, on_click: &Callback<MouseEvent>) -> Html {
    let on_close = {
        let store = view.store.clone();
        Callback::from(move |_: Event| store.dispatch(crate::session::Action::CloseSheet))
    };
    let (title, body) = match view.session.sheet {
        None => ("close", Html::default()),
        Some(Sheet::Risks) => ("risk.title", risks(view)),
        Some(Sheet::Questions) => ("ask.title", questions(view)),
        Some(Sheet::Sources) => ("sources.title", sources(view)),
        Some(Sheet::Settings) => ("settings.title", settings(view)),
        Some(Sheet::Help) => ("help.title", help(view)),
        Some(Sheet::List) => ("nav.name", rail::view(view)),
    };
    html! {
        <dialog class="sheet" ref={&view.store.nodes().dialog} aria-labelledby="sheet-title" onclick={on_click} onclose={on_close}>
            <div class="sheet-head">
                <h3 id="sheet-title">{ view.ui(title) }</h3>
                <button type="button" data-action="close">{ view.ui("close") }</button>
            </div>
            <div class="sheet-body" tabindex="0" key={title}>{ body }</div>
        </dialog>
    }
}

fn risks(view: &View<'_>) -> Html {
    let explainer = &view.content.explainer;
    html! {
        <>
            <p>{ view.ui("risk.intro") }</p>
            { points(view, &explainer.risks) }
            <div class="boxed">
                <h4>{ view.ui("risk.statements") }</h4>
                <ul>
                    for id in &explainer.statements {
                        <li>{ view.content.texts.claim(id).to_owned() }</li>
                    }
                </ul>
            </div>
            <h4>{ view.ui("risk.tab.research") }</h4>
            { points(view, &explainer.research) }
            <h4>{ view.ui("risk.tab.cost") }</h4>
            { points(view, &explainer.cost) }
        </>
    }
}

/// Claims as a list, each with its title, its badges and its sources.
fn points(view: &View<'_>, claims: &[Rc<str>]) -> Html {
    html! {
        <ul class="points">
            for claim in claims.iter().filter_map(|id| view.content.explainer.claim(id)) {
                { point(view, claim) }
            }
        </ul>
    }
}

fn point(view: &View<'_>, claim: &Claim) -> Html {
    let title = view.content.texts.claim_title(&claim.id);
    let badges = claim.badges();
    let unknown = badges.contains(&crate::content::Badge::Unknown);
    html! {
        <li class={unknown.then_some("unknown")}>
            if !title.is_empty() {
                <b>{ title.to_owned() }</b><br />
            }
            { view.content.texts.claim(&claim.id).to_owned() }
            <div class="badges">{ frame::badges(view, &badges) }</div>
            { sources_of(view, claim) }
        </li>
    }
}

fn questions(view: &View<'_>) -> Html {
    html! {
        <>
            <p>{ view.ui("ask.intro") }</p>
            <ol class="points">
                for question in view.content.texts.questions() {
                    <li>{ question.to_owned() }</li>
                }
            </ol>
            <h4>{ view.ui("ask.care") }</h4>
            { points(view, &view.content.explainer.care) }
        </>
    }
}

fn sources(view: &View<'_>) -> Html {
    let step = view.scene().and_then(|scene| scene.steps.get(view.session.step));
    html! {
        <>
            <h4>{ view.ui("sources.step") }</h4>
            { points(view, step.map(|step| step.claims.as_slice()).unwrap_or_default()) }
            <p>{ view.ui("sources.note") }</p>
        </>
    }
}

/// Material, route and sources of one claim.
pub fn sources_of(view: &View<'_>, claim: &Claim) -> Html {
    let texts = &view.content.texts;
    let words = |prefix: &str, names: &[Rc<str>]| {
        let words: Vec<_> = names.iter().map(|name| texts.ui(&[prefix, name].concat())).collect();
        words.join(" / ")
    };
    let sources = claim.sources.iter().filter_map(|id| view.content.explainer.source(id));
    html! {
        <div class="origin">
            if !claim.material.is_empty() {
                <p>{ view.ui("sources.material") }{ ": " }{ words("material.", &claim.material) }</p>
            }
            if !claim.route.is_empty() {
                <p>{ view.ui("sources.route") }{ ": " }{ words("route.", &claim.route) }</p>
            }
            for source in sources {
                <p>{ source_link(view, source) }</p>
            }
        </div>
    }
}

/// A source with an address is a link; one without says so.
fn source_link(view: &View<'_>, source: &Source) -> Html {
    let title = view.content.texts.source(&source.id).to_owned();
    match &source.address {
        Some(address) => html! {
            <a href={address.to_string()} target="_blank" rel="noopener noreferrer" title={view.ui("link.new-tab")}>{ title }</a>
        },
        None => html! {
            <>{ title }{ " " }{ view.ui("sources.pending") }</>
        },
    }
}

fn settings(view: &View<'_>) -> Html {
    let session = view.session;
    let texts = &view.content.texts;
    let languages = view.content.explainer.languages.iter().map(|lang| {
        let name = super::texts::language_name(lang);
        Choice { value: lang.to_string(), text: name, on: **lang == *texts.lang() }
    });
    let sizes = TextScale::PERCENT.into_iter().map(|percent| Choice {
        value: percent.to_string(),
        text: frame::numbered(view, "settings.size", "n", percent.into()).to_string(),
        on: session.settings.text.percent() == percent,
    });
    let motions = [("full", Motion::Full), ("storyboard", Motion::Storyboard)].map(|(name, motion)| Choice {
        value: name.to_owned(),
        text: texts.ui(&["motion.", name].concat()).to_owned(),
        on: session.motion() == motion,
    });
    let themes = [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Auto].map(|theme| Choice {
        value: theme.name().to_owned(),
        text: texts.ui(&["theme.", theme.name()].concat()).to_owned(),
        on: session.theme_choice() == theme,
    });
    html! {
        <div class="rows">
            { choices(view, "settings.language", "lang", languages.collect()) }
            { choices(view, "settings.text", "text", sizes.collect()) }
            { choices(view, "settings.motion", "motion", motions.into()) }
            { choices(view, "settings.theme", "theme", themes.into()) }
            <p>{ view.ui("settings.note") }</p>
        </div>
    }
}

struct Choice {
    value: String,
    text: String,
    on: bool,
}

fn choices(view: &View<'_>, key: &str, action: &'static str, choices: Vec<Choice>) -> Html {
    html! {
        <div role="group" aria-label={view.ui(key)}>
            <h4>{ view.ui(key) }</h4>
            <div class="seg">
                for choice in choices {
                    <button type="button" data-action={action} data-value={choice.value}
                        aria-pressed={if choice.on { "true" } else { "false" }}>
                        { choice.text }
                    </button>
                }
            </div>
        </div>
    }
}

fn help(view: &View<'_>) -> Html {
    html! {
        <>
            <dl class="keys">
                for name in ["play", "steps", "ends", "actors", "close"] {
                    <dt><kbd>{ view.ui(&["key.", name].concat()) }</kbd></dt>
                    <dd>{ view.ui(&["help.", name].concat()) }</dd>
                }
            </dl>
            <p>{ view.ui("help.touch") }</p>
        </>
    }
}
