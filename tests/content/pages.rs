//! Pages of text and studies: what has to be in them, and beside each other.

use std::rc::Rc;

use super::{built_in, languages};
use exosome_explainer::content::{Content, Grade, Kind};

#[test]
fn every_panel_of_text_is_there_and_says_what_it_should() {
    for (lang, longest) in [("ja", 110), ("en", 290)] {
        let Content {
            explainer, texts, ..
        } = built_in(lang);
        let ids: Vec<&str> = explainer.pages.iter().map(|page| &*page.id).collect();
        assert_eq!(ids, ["care", "course", "safety", "faq", "clinic"]);
        for page in &explainer.pages {
            assert!(!texts.page(&page.id).is_empty());
            for part in &page.parts {
                assert!(!texts.part(&page.id, &part.id).is_empty());
                for id in &part.claims {
                    let length = texts.claim(id).chars().count();
                    assert!(length <= longest, "{id} is {length} letters long");
                }
            }
        }
        // Five steps from the first visit to the follow-up, in order.
        let course = explainer.page("course").unwrap();
        let steps = course
            .parts
            .iter()
            .filter(|part| part.id.starts_with("step-"));
        let steps: Vec<&str> = steps.map(|part| &*part.id).collect();
        assert_eq!(steps, ["step-1", "step-2", "step-3", "step-4", "step-5"]);
        // Hopes, limits and risks have about the same space.
        let safety = explainer.page("safety").unwrap();
        let space = |wanted: &str| -> usize {
            let part = safety.parts.iter().find(|part| &*part.id == wanted);
            let claims = part.unwrap().claims.iter();
            claims.map(|id| texts.claim(id).chars().count()).sum()
        };
        let hopes = space("hopes") as f64;
        assert!(hopes > 0.4 * space("limits") as f64 && hopes < 1.5 * space("limits") as f64);
    }
}

#[test]
fn the_origins_of_cells_have_equal_detail() {
    for lang in &languages() {
        let Content {
            explainer, texts, ..
        } = built_in(lang);
        let course = explainer.page("course").unwrap();
        let origin = course
            .parts
            .iter()
            .find(|part| &*part.id == "origin")
            .unwrap();
        let three = ["o-cord", "o-pulp", "o-fat"];
        let lengths: Vec<usize> = (origin.claims.iter())
            .filter(|id| three.contains(&&***id))
            .map(|id| texts.claim(id).chars().count())
            .collect();
        assert_eq!(lengths.len(), 3);
        let longest = lengths.iter().max().unwrap();
        assert!(
            lengths.iter().all(|length| 5 * length >= 3 * longest),
            "{lang}: {lengths:?}"
        );
    }
}

#[test]
fn the_report_never_stands_without_the_trial() {
    let Content { explainer, .. } = built_in("ja");
    let cites = |ids: &[Rc<str>], source: &str| {
        let mut claims = ids.iter().filter_map(|id| explainer.claim(id));
        // What only takes a volume or a word from the report does not show its result.
        claims.any(|claim| {
            claim.kind == Kind::Finding && claim.sources.iter().any(|id| &**id == source)
        })
    };
    let mut lists: Vec<Vec<Rc<str>>> = Vec::new();
    for page in &explainer.pages {
        lists.extend(page.parts.iter().map(|part| part.claims.clone()));
    }
    for picture in explainer.pictures() {
        lists.extend(picture.steps.iter().map(|step| step.claims.clone()));
        lists.extend(picture.actors.iter().map(|actor| vec![actor.claim.clone()]));
    }
    lists.push(explainer.research.clone());
    let mut found = 0;
    for list in lists {
        if cites(&list, "H1") {
            found += 1;
            assert!(cites(&list, "H2"), "{list:?}");
        }
    }
    assert!(found >= 5);
}

#[test]
fn every_study_stands_where_its_claims_say() {
    for lang in &languages() {
        let Content {
            explainer, texts, ..
        } = built_in(lang);
        for study in &explainer.studies {
            let words = texts.study(&study.id);
            for word in [words.model, words.number, words.result, words.limits] {
                assert!(!word.is_empty(), "{lang}: {}", study.id);
            }
            assert!(!texts.ui(&["topic.", &study.topic].concat()).is_empty());
        }
        // No claim that cites studies is graded above the highest of them.
        for claim in &explainer.claims {
            let rung = |id: &Rc<str>| {
                let mut studies = explainer.studies.iter();
                studies
                    .find(|study| study.id == *id)
                    .map(|study| study.rung as u8)
            };
            let highest = claim.sources.iter().filter_map(rung).max();
            let graded = claim
                .grades
                .iter()
                .filter(|grade| **grade != Grade::Unknown);
            let graded = graded.map(|grade| *grade as u8).max();
            if let (Some(highest), Some(graded)) = (highest, graded) {
                assert!(
                    graded <= highest,
                    "{} is graded above its studies",
                    claim.id
                );
            }
        }
    }
}
