//! Where each claim comes from: sentences of the clinic's column, or plainly ours. And whether somebody compared the two
//! after either was last changed. For the makers alone: none of it is shipped.
//!
//! `tests/wording/column.txt` holds the sentences, `tests/column.json` which are left out and why, and a digest of each
//! claim's texts and sentences as they were when they were compared. Whether they agree is for people to judge; that
//! they looked is what is kept here.

use super::Checked;
use crate::util::{read, root, write};
use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use std::{collections::BTreeMap, path::PathBuf};

/// Why a claim may stand without a sentence of the column behind it.
const OWN: [&str; 7] = [
    // What a word, a mark or a thing in the picture is.
    "definition",
    // What the rules ask a page to say.
    "law",
    // What our picture or calculation assumes or gives.
    "model",
    // What studies or authorities say and the column does not.
    "evidence",
    // What to ask or to do.
    "advice",
    // How this explainer was made.
    "about",
    // How care is given in general.
    "practice",
];

/// Of these a claim may be made without a source.
const UNSOURCED: [&str; 6] = ["definition", "law", "model", "advice", "about", "practice"];

const COMPARED: &str = "tests/column.json";

/// What is compared, each file as text.
pub struct Origins {
    /// `explainer.json`
    pub explainer: String,
    /// The column's sentences, one per line.
    pub column: String,
    /// What is left out, and what was compared.
    pub record: String,
    /// The language files.
    pub texts: Vec<String>,
}

impl Origins {
    /// The files of this repository, with language files that were read already.
    pub fn load(explainer: &str, texts: &[(String, String)]) -> Result<Origins> {
        Ok(Origins {
            explainer: explainer.to_owned(),
            column: read(&root().join("tests/wording/column.txt"))?,
            record: read(&path())?,
            texts: texts.iter().map(|(_, json)| json.clone()).collect(),
        })
    }

    /// Tells what has no origin, what of the column is lost, and what is to be compared again.
    pub fn check(&self, checked: &mut Checked) {
        let place = |id: &str| format!("content/explainer.json: claims.{id}");
        let column = self.sentences();
        let explainer: Value = serde_json::from_str(&self.explainer).unwrap_or_default();
        let record: Value = serde_json::from_str(&self.record).unwrap_or_default();
        let (left_out, compared) = (&record["left-out"], &record["compared"]);
        let mut used: Vec<&str> = Vec::new();
        let digests = self.digests();
        for claim in explainer["claims"].as_array().into_iter().flatten() {
            let id = claim["id"].as_str().unwrap_or_default();
            let own = claim["own"].as_str();
            let origin = names(&claim["origin"]);
            let cited = !names(&claim["sources"]).is_empty();
            used.extend(&origin);
            for name in origin.iter().filter(|name| !column.contains_key(*name)) {
                checked.add(
                    "origin-unknown",
                    &place(id),
                    name,
                    "no sentence of the column has this name: see tests/wording/column.txt",
                );
            }
            let fault = match own {
                None if origin.is_empty() => {
                    "name the column's sentences it stems from in \"origin\", or say in \"own\" what makes it ours"
                }
                Some(_) if !origin.is_empty() => "has an origin and is called our own: one of both",
                Some(own) if !OWN.contains(&own) => {
                    "\"own\" is one of definition, law, model, evidence, advice, about, practice"
                }
                Some(own) if !cited && UNSOURCED.contains(&own) => "",
                _ if !cited => {
                    "cite where it was read; of the column that is the source \"column\""
                }
                _ => "",
            };
            if !fault.is_empty() {
                checked.add("origin-missing", &place(id), own.unwrap_or_default(), fault);
            }
            if digests.get(id).map(String::as_str) != compared[id].as_str() {
                let words: Vec<&str> = origin
                    .iter()
                    .filter_map(|name| column.get(name).copied())
                    .collect();
                checked.add(
                    "compare-again",
                    &place(id),
                    &words.join(" / "),
                    &format!("it or the column's sentence changed: compare them, then `cargo xtask check-content --compared {id}`"),
                );
            }
        }
        for (id, words) in &column {
            let reason = left_out[id]
                .as_str()
                .is_some_and(|reason| !reason.trim().is_empty());
            let advice = match (used.contains(id), reason) {
                (true, true) => "is used: take it from \"left-out\"",
                (false, false) => "no claim stems from it: add one, or say in \"left-out\" why not",
                _ => continue,
            };
            checked.add(
                "column-sentence",
                &format!("{COMPARED}: {id}"),
                words,
                advice,
            );
        }
        let keys = |value: &Value| -> Vec<String> {
            value
                .as_object()
                .into_iter()
                .flat_map(|map| map.keys().cloned())
                .collect()
        };
        let lost = keys(left_out)
            .into_iter()
            .filter(|id| !column.contains_key(id.as_str()));
        let gone = keys(compared)
            .into_iter()
            .filter(|id| !digests.contains_key(id));
        for id in lost.chain(gone) {
            checked.add(
                "column-sentence",
                &format!("{COMPARED}: {id}"),
                "",
                "names nothing that there is: take it out",
            );
        }
    }

    /// The record with these claims, or `all`, as compared now.
    pub fn compared(&self, ids: &str) -> Result<String> {
        let mut record: Value = serde_json::from_str(&self.record).context(COMPARED)?;
        let digests = self.digests();
        let Some(known) = record["compared"].as_object_mut() else {
            bail!("{COMPARED} holds no \"compared\"");
        };
        known.retain(|id, _| digests.contains_key(id));
        for id in ids.split(',').filter(|id| *id != "all") {
            let digest = digests
                .get(id)
                .with_context(|| format!("no claim with an origin is called {id}"))?;
            known.insert(id.to_owned(), digest.as_str().into());
        }
        if ids == "all" {
            *known = digests
                .into_iter()
                .map(|(id, digest)| (id, digest.into()))
                .collect();
        }
        Ok(serde_json::to_string_pretty(&record)? + "\n")
    }

    /// The names and the words of the column's sentences.
    fn sentences(&self) -> BTreeMap<&str, &str> {
        let lines = self.column.lines().filter(|line| !line.starts_with('#'));
        let pairs = lines.filter_map(|line| line.split_once(" | "));
        pairs
            .filter_map(|(head, words)| Some((head.split(' ').next()?, words)))
            .collect()
    }

    /// For each claim with an origin: its texts and the sentences behind it, in short.
    fn digests(&self) -> BTreeMap<String, String> {
        let column = self.sentences();
        let explainer: Value = serde_json::from_str(&self.explainer).unwrap_or_default();
        let texts: Vec<Value> = (self.texts.iter())
            .map(|json| serde_json::from_str(json).unwrap_or_default())
            .collect();
        let mut digests = BTreeMap::new();
        for claim in explainer["claims"].as_array().into_iter().flatten() {
            let id = claim["id"].as_str().unwrap_or_default();
            let origin = names(&claim["origin"]);
            if origin.is_empty() {
                continue;
            }
            let sentences = origin
                .iter()
                .flat_map(|name| [*name, column.get(name).copied().unwrap_or_default()]);
            let ours = texts
                .iter()
                .map(|text| text["claims"][id].as_str().unwrap_or_default());
            let all: Vec<&str> = sentences.chain(ours).collect();
            digests.insert(id.to_owned(), digest(&all.join("\n")));
        }
        digests
    }
}

/// Keeps that somebody compared these claims with the column.
pub fn keep(ids: &str) -> Result<()> {
    let folder = root().join("assets/content");
    let explainer = read(&folder.join("explainer.json"))?;
    let mut texts = Vec::new();
    for lang in super::structure::languages(&explainer) {
        texts.push((lang.clone(), read(&folder.join(format!("{lang}.json")))?));
    }
    write(&path(), Origins::load(&explainer, &texts)?.compared(ids)?)
}

fn path() -> PathBuf {
    root().join(COMPARED)
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect()
}

/// FNV-1a, 64 bits: a change is what it has to show, not an intent.
fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
