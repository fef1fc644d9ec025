//! Which statements the rules ask for on a page about self-pay care with an unapproved product, and
//! which of them are there (`evidence.md` §4.1). How they are shown does not belong here.

use super::Profile;
use crate::content::Content;

/// What asks for a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// One of the four items for self-pay care (限定解除の要件), by number.
    Item(u8),
    /// One of the five statements about an unapproved product, by number.
    Statement(u8),
}

/// One thing that has to be stated.
#[derive(Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Its name in code.
    pub id: &'static str,
    /// What asks for it.
    pub duty: Duty,
    /// Its name for the page's owner.
    pub name: &'static str,
    /// Where to write it in the clinic's file; for built-in statements, where they stand.
    pub place: &'static str,
    /// The facts it needs, parted by spaces: all of them, or one of those parted by `|`.
    facts: &'static str,
    /// The built-in claim it needs.
    claim: &'static str,
    /// Whether a page inside the clinic may do without.
    public_only: bool,
}

const fn item(
    number: u8,
    id: &'static str,
    name: &'static str,
    place: &'static str,
    facts: &'static str,
) -> Disclosure {
    Disclosure {
        id,
        duty: Duty::Item(number),
        name,
        place,
        facts,
        claim: "",
        public_only: true,
    }
}

const fn statement(
    number: u8,
    id: &'static str,
    name: &'static str,
    claim: &'static str,
) -> Disclosure {
    Disclosure {
        id,
        duty: Duty::Statement(number),
        name,
        place: "explainer.json の statements",
        facts: "",
        claim,
        public_only: false,
    }
}

/// The four items and the five statements. The third item has four parts.
const DISCLOSURES: [Disclosure; 12] = [
    item(
        1,
        "sought",
        "患者が自ら求めて見るページであること",
        "clinic.sought",
        "sought",
    ),
    item(
        2,
        "contact",
        "問い合わせ先(電話またはメール)",
        "clinic.telephone または clinic.mail",
        "telephone|mail",
    ),
    item(
        3,
        "treatment",
        "通常必要とされる治療の内容",
        "clinic.treatment",
        "treatment",
    ),
    item(3, "cost", "標準的な費用", "clinic.cost", "cost"),
    item(3, "period", "治療の期間", "clinic.period", "period"),
    item(3, "sessions", "治療の回数", "clinic.sessions", "sessions"),
    Disclosure {
        id: "risks",
        duty: Duty::Item(4),
        name: "主なリスクと副作用",
        place: "explainer.json の risks",
        facts: "",
        claim: "",
        public_only: false,
    },
    statement(1, "unapproved", "未承認医薬品等であること", "u-unapproved"),
    Disclosure {
        id: "origin",
        duty: Duty::Statement(2),
        name: "入手経路等(製品、製造者、入手経路)",
        place: "clinic.product、clinic.maker、clinic.origin",
        facts: "product maker origin",
        claim: "u-origin",
        public_only: false,
    },
    statement(3, "domestic", "国内の承認医薬品等の有無", "u-approved"),
    statement(4, "abroad", "諸外国における安全性等に係る情報", "u-abroad"),
    statement(5, "relief", "救済制度の対象にならないこと", "u-relief"),
];

/// What a page states and what it lacks, each in the order of the rules.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Disclosures {
    /// Stated.
    pub present: Vec<&'static Disclosure>,
    /// Asked for and not stated.
    pub missing: Vec<&'static Disclosure>,
}

impl Disclosure {
    /// What the page's owner is told of a missing one, in Japanese.
    pub fn request(&self) -> String {
        [self.name, "がありません。書く場所: ", self.place].concat()
    }

    fn is_stated(&self, content: &Content) -> bool {
        let Content {
            explainer,
            texts,
            clinic,
            ..
        } = content;
        let said = |id: &str| !texts.claim(id).trim().is_empty();
        let facts = self.facts.split(' ').filter(|fact| !fact.is_empty());
        let mut facts = facts.map(|any| any.split('|').any(|fact| clinic.states(fact)));
        let claim = self.claim.is_empty()
            || said(self.claim) && explainer.statements.iter().any(|id| **id == *self.claim);
        let risks = self.id != "risks"
            || !explainer.risks.is_empty() && explainer.risks.iter().all(|id| said(id));
        facts.all(|stated| stated) && claim && risks
    }
}

/// What a page of this profile states and what it lacks. Inside the clinic price, contact and the
/// like may be absent; risks and the five statements never.
pub fn disclosures(content: &Content, profile: Profile) -> Disclosures {
    let mut found = Disclosures::default();
    for disclosure in &DISCLOSURES {
        if disclosure.is_stated(content) {
            found.present.push(disclosure);
        } else if profile == Profile::Public || !disclosure.public_only {
            found.missing.push(disclosure);
        }
    }
    found
}
