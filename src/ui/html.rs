//! Nodes as function calls.
//!
//! The `html!` macro writes its code out anew for every element, some 400 bytes each; here it stands
//! once. Only the root, which binds listeners, is written with the macro.

use yew::virtual_dom::{VTag, VText};
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
    for (name, value) in attributes.iter().filter(|(name, _)| !name.is_empty()) {
        if *name == "key" {
            element.key = Some((*value).into());
        } else {
            element.add_attribute(name, own(value));
        }
    }
    element.node_ref = node_ref.clone();
    element.add_children(children);
    element.into()
}

/// Text, never markup.
pub fn text(text: &str) -> Html {
    VText::new(own(text)).into()
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

fn own(text: &str) -> AttrValue {
    AttrValue::Rc(text.into())
}
