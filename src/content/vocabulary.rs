//! The closed vocabularies of the content: how a claim is known, and how that is shown.
//! An unknown word is never read as the stronger thing.

/// What sort of sentence a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something studies found, or did not.
    Finding,
    /// What a word means.
    Definition,
    /// Our own arithmetic.
    Calculation,
}

impl Kind {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "finding" => Self::Finding,
            "definition" => Self::Definition,
            "calculation" => Self::Calculation,
            _ => return None,
        })
    }
}

/// On what a finding rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// 細胞
    Cell,
    /// 動物
    Animal,
    /// 人・小規模
    HumanSmall,
    /// 人・比較試験
    HumanControlled,
    /// 未確認
    Unknown,
}

impl Grade {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "cell" => Self::Cell,
            "animal" => Self::Animal,
            "human-small" => Self::HumanSmall,
            "human-controlled" => Self::HumanControlled,
            "unknown" => Self::Unknown,
            _ => return None,
        })
    }

    /// The badge that shows this grade.
    pub const fn badge(self) -> Badge {
        match self {
            Self::Cell => Badge::Cell,
            Self::Animal => Badge::Animal,
            Self::HumanSmall => Badge::HumanSmall,
            Self::HumanControlled => Badge::HumanControlled,
            Self::Unknown => Badge::Unknown,
        }
    }
}

/// What studies say. Also the state of a cell of the evidence strip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// 報告あり
    Reported,
    /// 差なし
    NoDifference,
    /// 未確認
    #[default]
    NotStudied,
}

/// The state of one cell of the evidence strip.
pub type StripState = Outcome;

impl Outcome {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "reported" => Self::Reported,
            "no-difference" => Self::NoDifference,
            "not-studied" => Self::NotStudied,
            _ => return None,
        })
    }

    /// The key of its word on the evidence strip.
    pub const fn ui_key(self) -> &'static str {
        match self {
            Self::Reported => "strip.reported",
            Self::NoDifference => "strip.no-difference",
            Self::NotStudied => "strip.not-studied",
        }
    }
}

/// The marks beside a caption, weakest evidence first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// 細胞
    Cell,
    /// 動物
    Animal,
    /// 人・小規模
    HumanSmall,
    /// 人・比較試験
    HumanControlled,
    /// 差なし
    NoDifference,
    /// 未確認
    Unknown,
    /// ことば
    Definition,
    /// 計算
    Calculation,
}

impl Badge {
    /// All of them, in the order in which they stand beside a caption.
    pub const ALL: [Self; 8] = [
        Self::Cell,
        Self::Animal,
        Self::HumanSmall,
        Self::HumanControlled,
        Self::NoDifference,
        Self::Unknown,
        Self::Definition,
        Self::Calculation,
    ];

    /// The four cells of the evidence strip, in order.
    pub const STRIP: [Self; 4] = [
        Self::Cell,
        Self::Animal,
        Self::HumanSmall,
        Self::HumanControlled,
    ];

    /// The key of its word.
    pub const fn ui_key(self) -> &'static str {
        match self {
            Self::Cell => "badge.cell",
            Self::Animal => "badge.animal",
            Self::HumanSmall => "badge.human-small",
            Self::HumanControlled => "badge.human-controlled",
            Self::NoDifference => "badge.no-difference",
            Self::Unknown => "badge.unknown",
            Self::Definition => "badge.definition",
            Self::Calculation => "badge.calculation",
        }
    }
}
