//! What the native readers make of the data that the browser's are tried with: problems, facts and words of clinic's files,
//! and records of pages. Served to the tests as `/<world>/native.json`, from the content in dist/.
//!
//! Must not be here: what is right. The native tests say that.

#[path = "../../../tests/clinic/vectors.rs"]
mod vectors;

use crate::util::{dist_dir, read, root};
use anyhow::{Error, Result};
use exosome_explainer::content::{
    self, ClinicFile, Content, Profile, Value, Wording,
    clinic::{audit, disclosures, withheld},
    from_json,
};
use serde_json::{Map, json};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization as _;

/// Files of `xtask/pages` for which there are records; none stands for a page without one.
const PAGES: [&str; 5] = [
    "",
    "clinic-good.json",
    "clinic-missing.json",
    "clinic-named.json",
    "clinic-forbidden.json",
];

/// All of it.
pub fn native() -> Result<serde_json::Value> {
    let dist = |file: &str| read(&dist_dir().join("content").join(file));
    let explainer = dist("explainer.json")?;
    let rules = parsed(&dist("wording.json")?)?;
    let wording = Wording::read(&rules, |text| text.nfkc().collect());
    let (built_in, _) =
        ClinicFile::built_in("content/clinic.json", &parsed(&dist("clinic.json")?)?);
    let mut languages = Vec::new();
    let mut contents = Vec::new();
    for lang in ["ja", "en"] {
        let json = dist(&format!("{lang}.json"))?;
        let (base, _) = content::parse(&explainer, lang, &json);
        contents.push(base.with_clinic(&built_in, &Wording::none()).0);
        languages.push((lang.to_owned(), serde_json::from_str(&json)?));
    }
    let over = |base: &Content, name: &str, file: &Value, wording: &Wording| {
        let (file, mut problems) = ClinicFile::parse(name, file, wording);
        let (content, more) = base.with_clinic(&file, wording);
        problems.extend(more);
        (content, problems)
    };
    let (mut files, mut records) = (Vec::new(), Vec::new());
    for base in &contents {
        let lang = base.texts.lang();
        let mut add = |file: serde_json::Value, wording: &Wording| {
            let (content, problems) = over(base, "c", &Value::from(file.clone()), wording);
            let facts = content.clinic.facts().iter();
            let facts: Map<_, _> = facts
                .map(|(key, value)| ((*key).to_owned(), value.into()))
                .collect();
            let lacks = |profile| {
                let missing = disclosures(&content, profile).missing;
                missing
                    .iter()
                    .map(|lacked| lacked.request())
                    .collect::<Vec<_>>()
            };
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            files.push(json!({
                "lang": lang, "file": file, "unchecked": wording.is_empty(), "problems": problems, "facts": facts,
                "withheld": withheld(&content.clinic, Profile::Public, wording),
                "missing": {"public": lacks(Profile::Public), "in-clinic": lacks(Profile::InClinic)},
                "texts": (content.texts != base.texts).then(|| serde_json::Value::from(content.texts.value())),
            }));
        };
        for file in vectors::files(&languages) {
            add(file, &wording);
        }
        add(json!({"clinic": {"name": "x"}}), &Wording::none());
        let all = base.explainer.scenes.iter().map(|scene| scene.id.clone());
        let all: Vec<Rc<str>> = all.collect();
        for page in PAGES {
            let content = match page {
                "" => base.clone(),
                page => {
                    let file = parsed(&read(&root().join("xtask/pages").join(page))?)?;
                    over(base, page, &file, &wording).0
                }
            };
            for profile in [Profile::Public, Profile::InClinic] {
                for scenes in [all.clone(), vec!["microglia".into()], vec!["routes".into()]] {
                    let given = content.on_page(profile, &wording);
                    let record = audit(&given, profile, &scenes, "");
                    let record = serde_json::Value::from(&record);
                    let scenes = scenes.join(" ");
                    records.push(json!({"content": page, "scenes": scenes, "record": record}));
                }
            }
        }
    }
    Ok(json!({"files": files, "records": records}))
}

fn parsed(json: &str) -> Result<Value> {
    from_json(json).map_err(Error::msg)
}
