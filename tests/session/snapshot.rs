//! A place on its way out of the page and back: all that was chosen there, and nothing from a damaged line.

use exosome_explainer::model::params::{Edge, Push, Regions};
use exosome_explainer::session::settings::Settings;
use exosome_explainer::session::snapshot::Snapshot;
use exosome_explainer::session::{Action, LaneView, Session};
use exosome_explainer::units::Ratio;
use proptest::prelude::*;

use super::{parsed, session};

proptest! {
    #[test]
    fn a_place_survives_the_way_out_of_the_page_and_back(
        millis in 0u32..74_000,
        lanes in prop::sample::select(vec![LaneView::Both, LaneView::Without, LaneView::With]),
        thousandths in 0u32..=1000,
        started: bool,
        regions in 0u32..1 << 12,
        push in (0u32..=3000, 0u32..=6000),
        (scaled, swapped) in any::<(bool, bool)>(),
        edge in prop::sample::select(Edge::ALL.to_vec()),
        values in prop::collection::btree_set("[a-z-]{1,12}", 0..4),
        seen in prop::collection::btree_set("[a-z]{1,12}", 0..4),
    ) {
        let share = |thousandths: u32| f64::from(thousandths) / 1000.0;
        let mut session = session()
            .apply(Action::Lanes(lanes))
            .apply(Action::Effect(Ratio::new(share(thousandths))))
            .apply(Action::Regions(Regions(regions)))
            .apply(Action::Push(Push { size: share(push.0), length: share(push.1) }))
            .apply(Action::TrueScale(scaled))
            .apply(Action::Edge(edge));
        if swapped {
            session = session.apply(Action::Swap);
        }
        for value in values {
            session = session.apply(Action::Value(value.into()));
        }
        session.seen = seen.into_iter().map(Into::into).collect();
        session.started = started;
        let place = Snapshot::take(&session, f64::from(millis) / 1000.0);
        prop_assert_eq!(Snapshot::from_line(&place.to_line()), Some(place.clone()));

        let json = serde_json::json!({ "snapshot": place.to_line() }).to_string();
        let back = Session::new(&parsed(&json).0, Settings::default());
        prop_assert_eq!((back.lanes, back.params), (session.lanes, session.params));
        prop_assert_eq!((back.values, back.seen), (session.values, session.seen));
        prop_assert_eq!(back.started, started);
    }

    #[test]
    fn a_damaged_place_is_none(line in ".*") {
        Snapshot::from_line(&line);
    }
}

#[test]
fn a_place_in_an_unknown_scene_is_forgotten() {
    let place = |scene: &str| {
        let line = Snapshot::take(&session().apply(Action::Scene(scene.into(), 0)), 0.1).to_line();
        let json = serde_json::json!({ "snapshot": line }).to_string();
        parsed(&json)
            .0
            .snapshot
            .map(|place| place.scene.to_string())
    };
    assert_eq!(place("pluto"), None);
    assert_eq!(place("nerve").as_deref(), Some("nerve"));
}
