//! What phones show has to be as honest as the wide pictures: words stand at what they mean, and with the lane that they
//! are about. Must not be here: what one scene's own file tests at every size.

use exosome_explainer::model::params::Params;
use exosome_explainer::scene::label::Label;
use exosome_explainer::scene::open;
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::Ratio;

/// Stages of phones over the line of the note: both lanes, and each alone.
fn views() -> Vec<Viewport> {
    let mut views = Vec::new();
    for (w, h) in [(366.0, 364.0), (336.0, 348.0)] {
        for (without, with) in [(1.0, 1.0), (1.0, 0.0), (0.0, 1.0)] {
            views.push(Viewport {
                without,
                with,
                ..Viewport::both(w, h)
            });
        }
    }
    views
}

fn shown(scene: &str, time_secs: f64, view: &Viewport) -> Vec<Label> {
    let params = Params {
        assumed_effect: Ratio::new(1.0),
        ..Params::default()
    };
    let scene = open(scene, &params).expect("the scene is drawn");
    let mut labels = scene.frame(time_secs, view).labels;
    labels.retain(|label| label.alpha > 0.5);
    labels
}

#[test]
fn the_form_of_a_cell_is_named_at_the_cell() {
    for view in views() {
        for time_secs in [4.0, 16.0, 30.0, 62.0] {
            let labels = shown("microglia", time_secs, &view);
            let forms: Vec<&Label> = labels
                .iter()
                .filter(|it| it.id.starts_with("form"))
                .collect();
            assert!(!forms.is_empty(), "{time_secs} s: no form is named");
            for form in forms {
                // The fibre and the neuron lie left of the middle.
                assert!(
                    form.at.x > view.width * 0.9,
                    "{form:?} reaches over the neuron"
                );
                let tip = form.target.expect("it points to a branch");
                assert!(tip.x > view.width * 0.4, "{form:?}");
            }
        }
    }
}

#[test]
fn the_last_step_says_that_people_were_not_looked_at() {
    for view in views().into_iter().filter(|view| view.with > 0.5) {
        let told = |time_secs, id: &str| {
            let labels = shown("microglia", time_secs, &view);
            labels.iter().any(|it| it.text == id)
        };
        assert!(told(62.0, "toward") && !told(62.0, "unknown"));
        assert!(told(72.0, "unknown") && !told(72.0, "toward"));
    }
}

#[test]
fn what_exosomes_bring_is_named_on_their_lane() {
    for view in views() {
        for (time_secs, ids) in [
            (41.0, &["trophic"][..]),
            (66.0, &["support", "raise"]),
            (76.0, &["unknown"]),
        ] {
            let labels = shown("nerve", time_secs, &view);
            for id in ids {
                let label = labels.iter().find(|it| it.id == *id);
                let label = label.unwrap_or_else(|| panic!("{id} is not named"));
                let both = view.without.min(view.with) > 0.5;
                assert!(
                    !both || label.at.y > view.height / 2.0,
                    "{id} at {}",
                    label.at
                );
            }
        }
    }
}

#[test]
fn what_animals_showed_is_said_to_be_of_animals() {
    for view in views().into_iter().filter(|view| view.without > 0.5) {
        let labels = shown("routes", 28.0, &view);
        let texts: Vec<&str> = labels.iter().map(|it| it.text).collect();
        let said = texts.contains(&"in-animals") || texts.contains(&"liver-a");
        assert!(said && texts.contains(&"in-rodents"), "{texts:?}");
    }
}
