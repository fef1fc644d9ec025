//! The root component: the frame, in the order in which it is read aloud.

use yew::prelude::*;

use super::commands;
use super::store::Store;
use super::{caption, frame, lanes, rail, sheet, stage, transport};
use crate::content::{Content, Scene, SceneTexts};
use crate::session::Session;

/// Props of [`App`]: the same store for as long as it lives.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Session, content and driver.
    pub store: Store,
}

/// What every part of the frame is drawn from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// For the nodes that are moved without the vdom.
    pub store: &'a Store,
    /// What the visitor has chosen.
    pub session: &'a Session,
    /// What there is to say.
    pub content: &'a Content,
}

impl<'a> View<'a> {
    /// A text of the interface.
    pub fn ui(&self, key: &str) -> AttrValue {
        AttrValue::from(self.content.texts.ui(key).to_owned())
    }

    /// The scene on the stage; `None` where the content has none.
    pub fn scene(&self) -> Option<&'a Scene> {
        self.content.explainer.scene(&self.session.scene)
    }

    /// The words of the scene on the stage.
    pub fn words(&self) -> SceneTexts<'a> {
        self.content.texts.scene(&self.session.scene)
    }
}

/// Renders the explainer into `div.app`. It re-renders when the store says so and never by itself.
#[component]
pub fn App(AppProps { store }: &AppProps) -> Html {
    let update = use_force_update();
    {
        let store = store.clone();
        use_effect_with((), move |()| {
            store.mounted(Callback::from(move |()| update.force_update()));
        });
    }
    {
        let store = store.clone();
        use_effect(move || store.rendered());
    }

    let (session, content) = (store.session(), store.content());
    let on_click = {
        let store = store.clone();
        Callback::from(move |event: MouseEvent| commands::clicked(&store, &event))
    };
    let on_input = {
        let store = store.clone();
        Callback::from(move |event: InputEvent| commands::dragged(&store, &event))
    };
    let view = View { store, session: &session, content: &content };
    html! {
        <>
            <div class="brand">
                <strong>{ view.ui("app.title") }</strong>
                <small>{ view.ui("app.subtitle") }</small>
            </div>
            <nav class="rail" aria-label={view.ui("nav.name")} onclick={&on_click}>
                { rail::view(&view) }
            </nav>
            { frame::top(&view) }
            <div class="tools" onclick={&on_click}>{ frame::tools(&view) }</div>
            { frame::strip(&view) }
            <div class="stage" ref={&store.nodes().stage} onclick={&on_click}>{ stage::view(&view) }</div>
            <div class="below" onclick={&on_click} oninput={&on_input}>
                { lanes::view(&view) }
                { caption::view(&view) }
                { transport::view(&view) }
            </div>
            <div class="foot" onclick={&on_click}>{ frame::foot(&view) }</div>
            { sheet::view(&view, &on_click) }
            <p class="sr" data-live="" role="status" aria-live="polite" ref={&store.nodes().live} />
        </>
    }
}
