//! Reading lists of named things, and the names by which they refer to each other.

use super::problem::Report;
use super::reader::Node;
use std::rc::Rc;

/// Puts a name after a reason, in quotes.
pub fn quoted(reason: &str, name: &str) -> String {
    [reason, " \"", name, "\""].concat()
}

/// A list of records, each under a name of its own. Of two with one name the first is kept, and
/// one without a name is left out.
pub fn records<T>(
    node: &Node<'_>,
    key: &str,
    report: &mut Report,
    mut read: impl FnMut(&Node<'_>, &mut Report) -> T,
    id: fn(&T) -> &Rc<str>,
) -> Vec<T> {
    let mut records: Vec<T> = Vec::new();
    for item in node.list(key, report) {
        if !item.is_object(report) {
            continue;
        }
        let record = read(&item, report);
        let name = id(&record);
        if records.iter().any(|known| id(known) == name) {
            report.add(&item.path_of("id"), &quoted("a second", name));
        } else if !name.is_empty() {
            records.push(record);
        }
    }
    records
}

/// A list of names.
pub fn names(node: &Node<'_>, key: &str, report: &mut Report) -> Vec<Rc<str>> {
    let mut names: Vec<Rc<str>> = Vec::new();
    for item in node.list(key, report) {
        let Some(name) = item.text(report) else {
            continue;
        };
        if names.iter().any(|known| &**known == name) {
            item.fault(report, &quoted("a second", name));
        } else {
            names.push(name.into());
        }
    }
    names
}

/// The name of something that has to exist.
pub fn reference(
    node: &Node<'_>,
    what: &str,
    known: &[&str],
    report: &mut Report,
) -> Option<Rc<str>> {
    let name = node.text(report)?;
    if known.contains(&name) {
        return Some(name.into());
    }
    node.fault(report, &quoted(&["unknown ", what].concat(), name));
    None
}

/// A list of such names; unknown ones are left out.
pub fn references(
    node: &Node<'_>,
    key: &str,
    what: &str,
    known: &[&str],
    report: &mut Report,
) -> Vec<Rc<str>> {
    let items = node.list(key, report);
    items
        .iter()
        .filter_map(|item| reference(item, what, known, report))
        .collect()
}

/// A word of a closed vocabulary.
pub fn word<T>(
    node: &Node<'_>,
    key: &str,
    what: &str,
    named: fn(&str) -> Option<T>,
    report: &mut Report,
) -> Option<T> {
    let field = node.field(key, report)?;
    let name = field.text(report)?;
    let known = named(name);
    if known.is_none() {
        field.fault(report, &quoted(&["unknown ", what].concat(), name));
    }
    known
}
