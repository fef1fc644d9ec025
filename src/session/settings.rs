//! What a visitor has set once for all pages: text size, motion, theme, speed. Kept as one short
//! line of text.

use super::playhead::{Motion, Speed};

/// Size of text and controls: one of five steps from 100 % to 200 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextScale(usize);

impl TextScale {
    /// The steps, in percent.
    pub const PERCENT: [u16; 5] = [100, 115, 130, 150, 200];

    /// The step nearest to a number of percent.
    pub fn nearest(percent: u16) -> Self {
        let distance = |step: &usize| Self(*step).percent().abs_diff(percent);
        Self((0..Self::PERCENT.len()).min_by_key(distance).unwrap_or(0))
    }

    /// 100 to 200.
    pub fn percent(self) -> u16 {
        Self::PERCENT.get(self.0).copied().unwrap_or(100)
    }
}

/// A theme as it can be asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Always the light theme.
    #[default]
    Light,
    /// Always the dark theme.
    Dark,
    /// The colour scheme in use around the element.
    Auto,
}

impl ThemeChoice {
    /// The value that names the choice in the attribute and in storage.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            "auto" => Some(Self::Auto),
            _ => None,
        }
    }

    /// The inverse of [`ThemeChoice::from_name`].
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// A visitor's lasting choices. `None` means that none was made, so the page or the system decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Size of text and controls.
    pub text: TextScale,
    /// Full motion or storyboard; `None` follows the system's wish for reduced motion.
    pub motion: Option<Motion>,
    /// `None` follows the page's `theme` attribute.
    pub theme: Option<ThemeChoice>,
    /// Playback speed.
    pub speed: Speed,
}

impl Settings {
    /// Reads what [`Settings::to_line`] wrote. Whatever is not understood is skipped: storage may
    /// hold anything.
    pub fn from_line(line: &str) -> Self {
        let mut settings = Self::default();
        for (key, value) in line.split(' ').filter_map(|pair| pair.split_once('=')) {
            match (key, value) {
                ("text", percent) => {
                    if let Ok(percent) = percent.parse() {
                        settings.text = TextScale::nearest(percent);
                    }
                }
                ("motion", "full") => settings.motion = Some(Motion::Full),
                ("motion", "storyboard") => settings.motion = Some(Motion::Storyboard),
                ("theme", name) => settings.theme = ThemeChoice::from_name(name).or(settings.theme),
                ("speed", "0.5") => settings.speed = Speed::Half,
                ("speed", "1") => settings.speed = Speed::Normal,
                ("speed", "2") => settings.speed = Speed::Double,
                _ => {}
            }
        }
        settings
    }

    /// One line of `key=value` pairs, for storage.
    pub fn to_line(self) -> String {
        let mut line = String::from("text=");
        line.push_str(&self.text.percent().to_string());
        line.push_str(match self.motion {
            None => "",
            Some(Motion::Full) => " motion=full",
            Some(Motion::Storyboard) => " motion=storyboard",
        });
        if let Some(theme) = self.theme {
            line.push_str(" theme=");
            line.push_str(theme.name());
        }
        line.push_str(match self.speed {
            Speed::Half => " speed=0.5",
            Speed::Normal => " speed=1",
            Speed::Double => " speed=2",
        });
        line
    }
}
