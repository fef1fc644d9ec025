//! The root component: the frame, in the order in which it is read aloud.

use std::rc::Rc;

use yew::prelude::*;

use super::commands;
use super::store::Store;
use super::{caption, clinic, frame, lanes, rail, sheet, stage, start, table, transport, tries};
use crate::content::{Content, Scene, SceneTexts};
use crate::session::{Action, START, Session};

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

    /// The scene or the opening view on the stage; `None` where the content has none.
    pub fn scene(&self) -> Option<&'a Scene> {
        self.content.explainer.picture(&self.session.scene)
    }

    /// Whether the scene on the stage has a control.
    pub fn has(&self, control: &str) -> bool {
        let has = |scene: &Scene| scene.controls.iter().any(|it| **it == *control);
        self.scene().is_some_and(has)
    }

    /// The scene after the one on the stage.
    pub fn next_scene(&self) -> Option<Rc<str>> {
        self.session.next_scene()
    }

    /// Whether the opening view is on the stage.
    pub fn at_start(&self) -> bool {
        *self.session.scene == *START
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
    let on_press = {
        let store = store.clone();
        Callback::from(move |event: PointerEvent| commands::pulled(&store, &event))
    };
    let on_close = {
        let store = store.clone();
        Callback::from(move |_: Event| {
            if store.nodes().is_closed_by_visitor() {
                store.dispatch(Action::CloseSheet);
            }
        })
    };
    let view = View {
        store,
        session: &session,
        content: &content,
    };
    let nodes = store.nodes();
    let layout = match view.scene() {
        Some(scene) if !scene.compares => "whole",
        Some(scene) if scene.stacked => "stacked",
        _ => "beside",
    };
    let below = if view.at_start() {
        start::view(&view)
    } else {
        vec![
            lanes::switch(&view),
            tries::view(&view),
            caption::view(&view),
            transport::view(&view),
        ]
    };
    html! {
        <>
            <div class="brand" onclick={&on_click}>{ for frame::brand(&view) }</div>
            <nav class="rail" onclick={&on_click}>{ rail::view(&view) }</nav>
            { frame::top(&view) }
            <div class="tools" onclick={&on_click}>{ for frame::tools(&view) }</div>
            { frame::strip(&view) }
            <div class="stage" data-layout={layout} ref={&nodes.stage} onclick={&on_click}
                onpointerdown={&on_press} onpointermove={&on_press} onpointerout={&on_press}>{ for stage::view(&view) }</div>
            <div class="below" onclick={&on_click} oninput={&on_input}>
                { for below }
            </div>
            <div class="foot" onclick={&on_click}>{ for frame::foot(&view) }</div>
            { table::view(&view) }
            { clinic::duties(&view) }
            <dialog class="sheet" ref={&nodes.dialog} aria-labelledby="sheet-title" onclick={&on_click} oninput={&on_input} onclose={on_close}>
                { for sheet::view(&view) }
            </dialog>
            <p class="sr" data-live="" role="status" aria-live="polite" ref={&nodes.live} />
        </>
    }
}
