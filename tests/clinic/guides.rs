//! What `CLINIC.md` and `CLINIC.ja.md` show works, and they name every field.

use super::laid;
use exosome_explainer::content::clinic::FIELDS;

const GUIDES: [(&str, &str); 2] = [
    ("en", include_str!("../../CLINIC.md")),
    ("ja", include_str!("../../CLINIC.ja.md")),
];

#[test]
fn each_example_of_a_file_is_taken_without_a_word() {
    for (lang, guide) in GUIDES {
        let examples = guide.split("```json\n").skip(1);
        let examples: Vec<&str> = examples
            .filter_map(|rest| Some(rest.split_once("```")?.0))
            .collect();
        assert_eq!(examples.len(), 2);
        for example in &examples {
            assert_eq!(laid(lang, example).1, Vec::<String>::new());
        }
        let plain = laid(lang, "{}").0.texts;
        assert_ne!(laid(lang, examples[1]).0.texts, plain, "words are changed");
    }
}

#[test]
fn each_field_is_explained() {
    for (_, guide) in GUIDES {
        let rows: Vec<&str> = guide
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        for field in FIELDS {
            let cell = format!("`{}`", field.key);
            let found = rows.iter().filter(|row| row.contains(&cell));
            assert_eq!(found.count(), 1, "{}", field.key);
        }
    }
}
