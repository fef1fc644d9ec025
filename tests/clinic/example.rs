//! The complete file of an invented clinic: nothing is wrong with it and nothing is missing.

use super::{ids, laid};
use exosome_explainer::content::Profile;
use exosome_explainer::content::clinic::{Duty, FIELDS, disclosures};

const EXAMPLE: &str = include_str!("example.json");

#[test]
fn the_example_states_four_items_of_four_and_five_statements_of_five() {
    for lang in ["ja", "en"] {
        let (content, told) = laid(lang, EXAMPLE);
        assert_eq!(told, Vec::<String>::new());
        let found = disclosures(&content, Profile::Public);
        assert_eq!(ids(&found.missing), Vec::<&str>::new());
        let stated = |duty| found.present.iter().any(|stated| stated.duty == duty);
        let items = (1..=9).filter(|number| stated(Duty::Item(*number)));
        let statements = (1..=9).filter(|number| stated(Duty::Statement(*number)));
        assert_eq!((items.count(), statements.count()), (4, 5));
        assert!(content.shows_clinic(Profile::Public));
        for field in FIELDS {
            assert!(content.clinic.states(field.key), "{}", field.key);
        }
        assert_eq!(content.clinic.untranslated(&["ja", "en"]), []);
        assert_ne!(
            content.texts.ui("app.title"),
            laid(lang, "{}").0.texts.ui("app.title")
        );
    }
}

/// What a complete page states.
pub fn complete_ids() -> Vec<&'static str> {
    ids(&disclosures(&laid("ja", EXAMPLE).0, Profile::Public).present)
}
