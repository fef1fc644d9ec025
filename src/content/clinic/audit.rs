//! A record of what a page shows, for the clinic's files: plain data that can be stored. The clock
//! and the way into JavaScript are the caller's.

use std::rc::Rc;

use super::{Profile, disclosures};
use crate::content::{Content, Value};

/// What the content says and how it is graded, on the day `date`, on a page that offers `scenes`.
pub fn audit(content: &Content, profile: Profile, scenes: &[Rc<str>], date: &str) -> Value {
    let shown = content.explainer.shown(scenes);
    let claims = content.explainer.claims.iter().map(|claim| {
        let grades = claim.badges().into_iter().map(|badge| {
            let key = badge.ui_key();
            text(key.strip_prefix("badge.").unwrap_or(key))
        });
        let sources = claim.sources.iter().map(|id| {
            let source = content.explainer.source(id);
            let address = source.and_then(|source| source.address.as_deref());
            table([
                ("id", text(id)),
                ("title", text(content.texts.source(id))),
                ("address", address.map_or(Value::Null, text)),
            ])
        });
        table([
            ("id", text(&claim.id)),
            ("text", text(content.texts.claim(&claim.id))),
            ("grade", Value::List(grades.collect())),
            ("sources", Value::List(sources.collect())),
            ("shown", Value::Bool(shown.contains(&&*claim.id))),
        ])
    });
    let found = disclosures(content, profile);
    let present = found.present.iter().map(|stated| {
        table([
            ("id", text(stated.id)),
            ("name", text(stated.name)),
            ("place", text(stated.place)),
        ])
    });
    table([
        ("version", text(env!("CARGO_PKG_VERSION"))),
        ("contentHash", Value::Text(content.hash_digits())),
        ("date", text(date)),
        ("profile", text(profile.name())),
        ("lang", text(content.texts.lang())),
        ("claims", Value::List(claims.collect())),
        (
            "disclosures",
            table([
                ("present", Value::List(present.collect())),
                ("missing", missing(content, profile)),
            ]),
        ),
    ])
}

/// What the page lacks, each with the line for the page's owner.
pub fn missing(content: &Content, profile: Profile) -> Value {
    let missing = disclosures(content, profile).missing;
    let items = missing.iter().map(|disclosure| {
        table([
            ("id", text(disclosure.id)),
            ("name", text(disclosure.name)),
            ("place", text(disclosure.place)),
            ("request", Value::Text(disclosure.request())),
        ])
    });
    Value::List(items.collect())
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn table<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(key, value)| (key.to_owned(), value));
    Value::Table(fields.into())
}
