//! The microglia model: its promises as numbers.

use exosome_explainer::model::microglia::*;
use exosome_explainer::units::Ratio;

#[test]
fn probe() {
    for e in [0.0, 0.5, 1.0] {
        let s = Story::new(&Params { assumed_effect: Ratio::new(e) });
        for t in [0.0, 8.0, 12.0, 17.9, 28.0, 40.0, 51.5, 54.0, 66.0, 74.0] {
            let x = s.at(t);
            println!("e {e} t {t} a {:.4} {:.4} band {:.3?} sig {} pul {} P {:.2} {:.2} v {}", x.without.activation, x.with.activation, x.band, x.with.signals.len(), x.with.neuron_pulses.len(), x.without.cleanup.progress, x.with.cleanup.progress, x.vesicles.len());
        }
    }
}
