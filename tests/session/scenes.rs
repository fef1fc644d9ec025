//! The way from scene to scene, and what goes along with it.

use exosome_explainer::model::params::Push;
use exosome_explainer::session::{Action, START, Sheet};
use exosome_explainer::units::Ratio;

use super::{parsed, session};

#[test]
fn a_scene_seen_to_its_end_is_remembered_and_offers_the_next() {
    let mut fresh = session();
    fresh.scenes = vec!["one".into(), "two".into()];
    fresh.scene = "one".into();
    let seen = fresh.apply(Action::Ended);
    assert!(seen.ended);
    assert_eq!(seen.next_scene().as_deref(), Some("two"));
    let gone = seen.apply(Action::Scene("two".into(), 0));
    assert!(!gone.ended, "another scene has not ended");
    assert_eq!(gone.next_scene(), None);
    let again = gone.apply(Action::Ended).apply(Action::Ended);
    assert_eq!(*again.seen, ["one".into(), "two".into()]);
    assert!(
        !again.apply(Action::Playing(true)).ended,
        "playing again takes the offer away"
    );
}

#[test]
fn the_opening_view_leads_to_the_first_scene() {
    let mut fresh = session();
    let first = fresh.scenes.first().cloned();
    fresh.scene = START.into();
    assert_eq!(fresh.next_scene(), first);
    let (options, warnings) = parsed(r#"{"scene": "start"}"#);
    assert_eq!((&*options.scene, warnings.len()), (START, 0));
}

#[test]
fn what_was_set_in_one_scene_stays_in_the_next() {
    let push = Push {
        size: 2.0,
        length: 1.5,
    };
    let set = session()
        .apply(Action::Push(push))
        .apply(Action::TrueScale(true))
        .apply(Action::Effect(Ratio::new(0.25)))
        .apply(Action::Scene("microglia".into(), 2));
    assert_eq!(set.params.push, push);
    assert_eq!(set.params.true_scale, Ratio::new(1.0));
    assert_eq!(set.params.assumed_effect, Ratio::new(0.25));
}

#[test]
fn a_panel_and_a_page_lie_in_the_one_sheet() {
    let panel = session().apply(Action::Show(Sheet::Panel, "dish".into()));
    assert_eq!((panel.sheet, &*panel.open), (Some(Sheet::Panel), "dish"));
    let page = panel.apply(Action::Show(Sheet::Page, "faq".into()));
    assert_eq!((page.sheet, &*page.open), (Some(Sheet::Page), "faq"));
    assert_eq!(page.apply(Action::CloseSheet).sheet, None);
}
