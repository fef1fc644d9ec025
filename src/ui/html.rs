//! Nodes as function calls.
//!
//! The `html!` macro writes its code out anew for every element, some 400 bytes each; here it stands
//! once. Only the root, which binds listeners, is written with the macro.

use std::cell::RefCell;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

/// An attribute. One without a name is left out, which is how [`when`] works. `key` is no
/// attribute: where it changes, the element is made anew instead of being changed.
pub type Attribute<'a> = (&'static str, &'a str);

/// An element with attributes and children.
pub fn el(tag: &'static str, attributes: &[Attribute<'_>], children: Vec<Html>) -> Html {
    el_ref(tag, attributes, &NodeRef::default(), children)
}

/// An element that is also held by a reference.
pub fn el_ref(
    tag: &'static str,
    attributes: &[Attribute<'_>],
    node_ref: &NodeRef,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let mut values = Vec::with_capacity(attributes.len());
    for (name, value) in attributes {
        if *name == "key" {
            element.key = Some((*value).into());
        }
        let shown = !name.is_empty() && *name != "key";
        values.push(shown.then(|| AttributeOrProperty::Attribute(own(value))));
    }
    element.attributes = Attributes::Dynamic {
        keys: names(attributes),
        values: values.into_boxed_slice(),
    };
    element.node_ref = node_ref.clone();
    element.add_children(children);
    element.into()
}

/// Text, never markup.
pub fn text(text: &str) -> Html {
    VText::new(own(text)).into()
}

/// A sentence that breaks between its [`phrases`].
pub fn sentence(sentence: &str) -> Html {
    let mut parts = Vec::new();
    for phrase in phrases(sentence) {
        parts.extend([text(phrase), el("wbr", &[], vec![])]);
    }
    parts.pop();
    parts.into_iter().collect()
}

/// What is not to be broken, where the language has no spaces: it ends where writing goes over from kana to something
/// else, but for what only makes a word polite and for a lot that is drawn, and in any language after a stroke. Browsers
/// that know better are few.
pub fn phrases(sentence: &str) -> Vec<&str> {
    let mut phrases = Vec::new();
    let mut rest = sentence;
    let mut before = ' ';
    for (at, letter) in sentence.char_indices() {
        let phrase_ends = matches!(before, 'ぁ'..='ん')
            && !matches!((before, letter), ('お' | 'ご', _) | ('じ', '引'));
        if before == '/'
            || phrase_ends
                && matches!(letter, '一'..='龠' | 'ァ'..='ヶ' | '「' | '0'..='9' | 'A'..='Z')
        {
            let done = sentence.len() - rest.len();
            if let Some((phrase, more)) = rest.split_at_checked(at - done) {
                phrases.push(phrase);
                rest = more;
            }
        }
        before = letter;
    }
    phrases.push(rest);
    phrases
}

/// Nothing.
pub fn none() -> Html {
    Html::default()
}

/// The name of an attribute that is there only when something holds.
pub const fn when(holds: bool, name: &'static str) -> &'static str {
    if holds { name } else { "" }
}

/// The value of an attribute that is either true or false.
pub const fn truth(holds: bool) -> &'static str {
    if holds { "true" } else { "false" }
}

/// The names of attributes, as the one list that stands for all equal lists: Yew compares lists by
/// their address, and this spares it a map per element. There are as many as kinds of element.
fn names(attributes: &[Attribute<'_>]) -> &'static [&'static str] {
    thread_local! {
        static LISTS: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    let mine = attributes.iter().map(|(name, _)| *name);
    LISTS.with_borrow_mut(|lists| {
        let known = lists
            .iter()
            .find(|list| list.iter().copied().eq(mine.clone()));
        known.copied().unwrap_or_else(|| {
            let list: &[_] = Box::leak(mine.collect());
            lists.push(list);
            list
        })
    })
}

fn own(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}
