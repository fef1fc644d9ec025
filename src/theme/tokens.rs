//! Colours as roles, in both themes (design §2). A picture names a role; a painter asks here for
//! the colour. Interface colours stand in `assets/element/base.css`, the actors' stand here.
//!
//! Must not be here: CSS, geometry, browser types.

use crate::units::Theme;

/// A colour, 0..=255 per channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(value: u32) -> Self {
        Self((value >> 16) as u8, (value >> 8) as u8, value as u8)
    }

    /// Straight mix in sRGB, as the drawings were made: `t` 0 gives `self`, 1 gives `other`.
    pub fn mix(self, other: Self, t: f32) -> Self {
        let m = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * t + 0.5) as u8;
        Self(m(self.0, other.0), m(self.1, other.1), m(self.2, other.2))
    }
}

/// Whose colour it is. Every ramp has four shades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Ramp {
    /// Ground: paper, panel, wash, hairline.
    Ground,
    /// Ink: text, secondary, non-text lines, controls.
    Ink,
    /// Tissue of the spinal cord: grey matter, white matter, out-of-focus neighbours, threads.
    Tissue,
    /// Nerve sheaths seen end-on: fill, ring, core, pool of light.
    Sheath,
    /// Shadow and glow: shadow, highlight, deep field, warm pool.
    Light,
    /// Raises inflammation.
    Pro,
    /// Lowers inflammation.
    Anti,
    /// Exosome.
    Exosome,
    /// Axon and neuron.
    Nerve,
    /// Microglia on patrol.
    Patrol,
    /// Microglia between.
    Between,
    /// Microglia, alert.
    Alert,
    /// Nucleus.
    Nucleus,
    /// Lysosome.
    Lysosome,
    /// Double membrane.
    Membrane,
    /// Waste protein.
    Waste,
    /// Trophic factor, its supporting half.
    Trophic,
    /// Myelin.
    Myelin,
    /// Schwann cell; mitochondria.
    Schwann,
    /// Macrophage and other white cells.
    Macrophage,
    /// Wall of a vessel.
    Vessel,
    /// Red cell, path of the blood.
    Blood,
    /// Skin: hand and body.
    Skin,
    /// A microglia at any share of "alert": [`Tone::hue`] goes from patrol over between to alert.
    Microglia,
}

/// Which step of a ramp: lit body, body, pooled rim, contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Shade {
    /// Lit body.
    Lo,
    /// Body.
    Mid,
    /// Pooled rim.
    Edge,
    /// Contour.
    Line,
}

/// A semantic colour: a ramp and a depth on it. Whole depths are the shades (0 `Lo` to 3 `Line`),
/// others lie between two of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// Whose colour.
    pub ramp: Ramp,
    /// 0 (lit body) ..= 3 (contour).
    pub depth: f32,
    /// 0 (patrol) ..= 1 (alert); for [`Ramp::Microglia`] alone.
    pub hue: f32,
}

impl Tone {
    /// One shade of one ramp.
    pub const fn of(ramp: Ramp, shade: Shade) -> Self {
        Self::at(ramp, shade as u8 as f32)
    }

    /// Any depth of a ramp.
    pub const fn at(ramp: Ramp, depth: f32) -> Self {
        Self {
            ramp,
            depth,
            hue: 0.0,
        }
    }

    /// The microglia's colour: from patrol over between to alert as `hue` goes 0..=1.
    pub const fn microglia(hue: f32, depth: f32) -> Self {
        Self {
            ramp: Ramp::Microglia,
            depth,
            hue,
        }
    }

    /// The colour in a theme.
    pub fn rgb(self, theme: Theme) -> Rgb {
        let low = self.depth.clamp(0.0, 3.0).floor();
        let at = |ramp: Ramp| {
            let from = ramp_shade(theme, ramp, low as usize);
            from.mix(ramp_shade(theme, ramp, low as usize + 1), self.depth - low)
        };
        match self.ramp {
            Ramp::Microglia if self.hue < 0.5 => {
                at(Ramp::Patrol).mix(at(Ramp::Between), self.hue * 2.0)
            }
            Ramp::Microglia => at(Ramp::Between).mix(at(Ramp::Alert), self.hue * 2.0 - 1.0),
            ramp => at(ramp),
        }
    }
}

fn ramp_shade(theme: Theme, ramp: Ramp, shade: usize) -> Rgb {
    let table = match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    };
    let row = table.get(ramp as usize).unwrap_or(&[0; 4]);
    Rgb::hex(row.get(shade.min(3)).copied().unwrap_or(0))
}

/// Rows in the order of [`Ramp`], columns in the order of [`Shade`].
const LIGHT: [[u32; 4]; 23] = [
    [0xF6F0E4, 0xFFFDF8, 0xEBDDC9, 0xCFC3B1],
    [0x26232B, 0x57505C, 0x857C87, 0x27496D],
    [0xF1DCD0, 0xEADBBE, 0xCDB4BE, 0xBF9C84],
    [0xFBF5E2, 0xC9AC6B, 0xD9B25C, 0xFFFAF0],
    [0x5B4630, 0xFFFFFF, 0xA58F6C, 0xF3CDB8],
    [0xE98A6C, 0xCF4E31, 0xA5351D, 0x7E2411],
    [0xE9F6F2, 0xA9DAD0, 0x2B8B81, 0x0F5F59],
    [0xF5F0FD, 0xCDBFEC, 0x7A5FB4, 0x4E3687],
    [0xFFF3CC, 0xF0D48A, 0xC9982F, 0x86611A],
    [0xE2EEF0, 0xAFCBD2, 0x6C99A6, 0x2F5A68],
    [0xEFE3E6, 0xD3B7BF, 0xA77F8C, 0x643F4E],
    [0xFADBC6, 0xEBA37F, 0xCF6F48, 0x8A3A1C],
    [0xC8B9DA, 0x9C86BB, 0x6F5896, 0x4B3970],
    [0xF6D5E4, 0xD98BB2, 0xA94F80, 0x7A2E58],
    [0xE4ECF5, 0xA9BED6, 0x4E729C, 0x27496D],
    [0xB9AB9B, 0x8B7B6B, 0x63564A, 0x463B32],
    [0xF1F4D6, 0xBFCB78, 0x5F6E1C, 0x465212],
    [0xFFFDF3, 0xF6E9C4, 0xD8BC7A, 0x94763A],
    [0xEFF3DC, 0xCDD9A6, 0x93A663, 0x566531],
    [0xFBE3D8, 0xEFB49F, 0xD07A5E, 0x8F4530],
    [0xFBE6E0, 0xEDBBB0, 0xCE8479, 0x8E443C],
    [0xE9A79B, 0xD57E70, 0xB4574B, 0x8E3C33],
    [0xFDF7EE, 0xF3E6D6, 0xDCC5AC, 0x866B55],
];

const DARK: [[u32; 4]; 23] = [
    [0x0D1622, 0x172433, 0x15283A, 0x33485C],
    [0xF3EEE4, 0xBFC6CE, 0x8C98A5, 0x9CC3EA],
    [0x15293B, 0x0F2030, 0x2A4A5E, 0x4C6B80],
    [0x25394A, 0x8FA070, 0xB99A4F, 0x1D3A4E],
    [0x000000, 0xFFFFFF, 0x0A121C, 0x4A2722],
    [0xFFC2A8, 0xF47F5A, 0xFF9C78, 0xFFD2BF],
    [0x0F3F42, 0x1C6C6A, 0x66D6C6, 0xA6F0E4],
    [0x3A2D66, 0x6C55AE, 0xB7A2F2, 0xDDD2FF],
    [0x6B5420, 0x9C7B2F, 0xE3BC5C, 0xF8DF9A],
    [0x1E4654, 0x2F6F80, 0x6FC0CF, 0xB4EAF2],
    [0x43303F, 0x6E5163, 0xB592A8, 0xE0C4D4],
    [0x5E2E1E, 0x9A4C2C, 0xEE9468, 0xFFCBAE],
    [0x5D4A86, 0x7C66AC, 0xA591D6, 0xCDBFF0],
    [0x5E2749, 0x93406F, 0xE58CBB, 0xFFC5E0],
    [0x1E3550, 0x35597F, 0x83AEDB, 0xC0DCF8],
    [0x6A5D50, 0x8B7B6B, 0xB7A590, 0xDCCDBA],
    [0x39421A, 0x6C7C2E, 0xB9CC62, 0xE0EBA8],
    [0x4B442F, 0x7D7048, 0xCDB878, 0xF1E3B4],
    [0x2C3B26, 0x4E6636, 0x98B566, 0xCCE3A0],
    [0x5A2F2A, 0x8C4A3E, 0xDE8A72, 0xFFC2AE],
    [0x3B1F28, 0x5C2C34, 0xA85C5E, 0xD99A97],
    [0x7C3A38, 0x94453F, 0xB9605A, 0xDD938B],
    [0x22384C, 0x1D3144, 0x3C5A74, 0x93B4D0],
];
