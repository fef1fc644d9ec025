//! What a visitor can choose so that the right questions come up: where it hurts, and what matters.

use super::{built_in, languages};

#[test]
fn every_region_has_questions() {
    use exosome_explainer::model::routes::regions::REGIONS;
    let content = built_in("en");
    let regions = &content.explainer.regions;
    let ids: Vec<&str> = regions.iter().map(|region| &*region.id).collect();
    assert_eq!(ids, REGIONS, "in the order of the bits");
    for region in regions {
        for question in &region.questions {
            let text = content.texts.region_question(question);
            assert!(text.ends_with('?'), "{}: {text}", region.id);
        }
    }
}

#[test]
fn what_matters_has_a_question_that_promises_nothing() {
    for lang in &languages() {
        let content = built_in(lang);
        assert!(
            content.explainer.values.len() >= 6,
            "harm and cost beside relief"
        );
        for id in &content.explainer.values {
            assert!(!content.texts.value_name(id).is_empty(), "{id}");
            let question = content.texts.value_question(id);
            assert!(question.ends_with(['?', '。']), "{id}: {question}");
        }
    }
}
