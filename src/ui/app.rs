//! The root component: the frame, in the order in which it is read aloud.

use yew::prelude::*;

use super::commands;
use super::store::Store;
use super::{caption, frame, lanes, rail, sheet, stage, transport};
use crate::content::{Content, Scene, SceneTexts};
use crate::session::{Action, Session};

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
    pub fn ui(&self, key: &str) -> &'a str {
        self.content.texts.ui(key)
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
    let on_close = {
        let store = store.clone();
        Callback::from(move |_: Event| store.dispatch(Action::CloseSheet))
    };
    let view = View {
        store,
        session: &session,
        content: &content,
    };
    let nodes = store.nodes();
    html! {
        <>
            <div class="brand">{ for frame::brand(&view) }</div>
            <nav class="rail" onclick={&on_click}>{ rail::view(&view) }</nav>
            { frame::top(&view) }
            <div class="tools" onclick={&on_click}>{ for frame::tools(&view) }</div>
            { frame::strip(&view) }
            <div class="stage" ref={&nodes.stage} onclick={&on_click}>{ for stage::view(&view) }</div>
            <div class="below" onclick={&on_click} oninput={&on_input}>
                { lanes::switch(&view) }
                { lanes::effect(&view) }
                { caption::view(&view) }
                { transport::view(&view) }
            </div>
            <div class="foot" onclick={&on_click}>{ for frame::foot(&view) }</div>
            <dialog class="sheet" ref={&nodes.dialog} aria-labelledby="sheet-title" onclick={&on_click} onclose={on_close}>
                { for sheet::view(&view) }
            </dialog>
            <p class="sr" data-live="" role="status" aria-live="polite" ref={&nodes.live} />
        </>
    }
}
