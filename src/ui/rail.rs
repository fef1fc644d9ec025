//! The list of scenes; the one on the stage unfolds its steps.

use yew::prelude::*;

use super::app::View;
use crate::content::fill;

/// The list, for the rail and for the sheet that stands in for it on narrow screens.
pub fn view(view: &View<'_>) -> Html {
    let scenes = view.session.scenes.iter().filter_map(|id| view.content.explainer.scene(id));
    html! {
        <ol class="scenes">
            for scene in scenes {
                <li>
                    <button type="button" class="scene" data-scene={AttrValue::from(scene.id.clone())}
                        aria-current={(scene.id == view.session.scene).then_some("true")}>
                        <b>{ scene.figure }</b>
                        <span>{ view.content.texts.scene(&scene.id).nav.to_owned() }</span>
                    </button>
                    if scene.id == view.session.scene {
                        { steps(view) }
                    }
                </li>
            }
        </ol>
    }
}

fn steps(view: &View<'_>) -> Html {
    let current = view.session.step;
    html! {
        <ol class="steps">
            for (index, step) in view.words().steps.into_iter().enumerate() {
                <li class={(index < current).then_some("done")}>
                    <button type="button" data-step={(index + 1).to_string()} aria-current={(index == current).then_some("step")}
                        aria-label={fill(view.content.texts.ui("step.name"), &[("n", &(index + 1).to_string()), ("title", step.title)])}>
                        <b aria-hidden="true">{ index + 1 }</b>
                        <span>{ step.title.to_owned() }</span>
                    </button>
                </li>
            }
        </ol>
    }
}
