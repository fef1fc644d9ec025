//! Screenshots in headless Chromium, for people to look at.

use crate::{
    args::Args,
    browser::worlds::WORLDS,
    browsers::{self, Engine},
    dist,
    driver::Browser,
    server::{Server, Site},
    util::target_dir,
};
use anyhow::{Context as _, Result, bail};
use serde_json::json;
use std::{fs, path::PathBuf, time::Duration};

/// Named viewports: width, height, device pixel ratio.
const SIZES: &[(&str, u32, u32, f64)] = &[
    ("phone", 390, 844, 2.0),
    ("phone360", 360, 780, 2.0),
    ("embed", 760, 900, 1.5),
    ("medium", 820, 1180, 1.5),
    ("tablet", 1180, 820, 1.5),
];

/// What to photograph.
struct Wish {
    out: PathBuf,
    scenes: Vec<String>,
    sizes: Vec<String>,
    langs: Vec<String>,
    themes: Vec<String>,
    moments: Vec<String>,
    attrs: String,
    script: Option<String>,
    url: Option<String>,
    full: bool,
}

/// `cargo xtask shots`.
pub fn run(mut args: Args) -> Result<()> {
    let list = |value: Option<Vec<String>>, default: &str| {
        value.unwrap_or_else(|| default.split(',').map(str::to_owned).collect())
    };
    let build = !args.flag("--no-build");
    let wish = Wish {
        out: args
            .value("--out")?
            .map_or_else(|| target_dir().join("shots"), PathBuf::from),
        scenes: list(args.list("--scene")?, "microglia"),
        sizes: list(args.list("--size")?, "phone,tablet,embed"),
        langs: list(args.list("--lang")?, "ja"),
        themes: list(args.list("--theme")?, "light"),
        moments: list(args.list("--at")?, "poster,5"),
        attrs: args.value("--attrs")?.unwrap_or_default(),
        script: args.value("--run")?,
        url: args.value("--url")?,
        full: args.flag("--full"),
    };
    args.finish()?;
    browsers::ensure(&[Engine::Chromium])?;
    if build {
        dist::build()?;
    }
    let server = Server::start(Site::worlds(WORLDS, false), 0)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let browser = Browser::start(Engine::Chromium).await?;
        let result = wish.take_all(&browser, &server.origin()).await;
        browser.close().await;
        result
    })
}

impl Wish {
    async fn take_all(&self, browser: &Browser, origin: &str) -> Result<()> {
        fs::create_dir_all(&self.out)?;
        for size in &self.sizes {
            let (width, height, ratio) = viewport(size)?;
            browser.emulate(width, height, ratio).await?;
            for lang in &self.langs {
                for theme in &self.themes {
                    for scene in &self.scenes {
                        for moment in &self.moments {
                            let name = format!("{scene}-{size}-{lang}-{theme}-{moment}.png");
                            self.take(browser, origin, [scene, lang, theme, moment], &name)
                                .await
                                .with_context(|| name.clone())?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    async fn take(
        &self,
        browser: &Browser,
        origin: &str,
        [scene, lang, theme, moment]: [&str; 4],
        name: &str,
    ) -> Result<()> {
        // The poster is what one sees before the engine is there.
        let loading = if moment == "poster" {
            "interaction"
        } else {
            "eager"
        };
        let mut url = url::Url::parse(&format!("{origin}/plain/page.html"))?;
        let attrs = format!(
            "lang={lang} theme={theme} loading={loading} scene={scene} {}",
            self.attrs
        );
        url.query_pairs_mut()
            .append_pair("el", &attrs)
            .append_pair("lang", lang)
            .append_pair("css", LINK);
        url.query_pairs_mut().append_pair("class", "bare");
        let url = match &self.url {
            Some(path) => format!("{origin}/plain/dist/{path}"),
            None => url.to_string(),
        };
        browser.open(&url).await?;
        let args = vec![json!(moment), json!(self.script)];
        let said = browser
            .run(SHOW, args)
            .await
            .unwrap_or_else(|error| json!(error.to_string()));
        tokio::time::sleep(Duration::from_millis(400)).await;
        let picture = browser
            .cdp(
                "Page.captureScreenshot",
                json!({"captureBeyondViewport": self.full}),
            )
            .await?;
        let data = picture["data"]
            .as_str()
            .context("Chromium gave no picture")?;
        let path = self.out.join(name);
        fs::write(&path, decode_base64(data))?;
        let note = said
            .as_str()
            .map(|text| format!(" ({text})"))
            .unwrap_or_default();
        println!("{}{note}", path.display());
        Ok(())
    }
}

const LINK: &str = "<link rel=\"stylesheet\" href=\"dist/exosome-explainer.css\">";

/// Brings the element to a moment, without a picture in motion.
const SHOW: &str = "
const [moment, script] = args;
const el = document.querySelector('exosome-explainer');
if (!el) return 'no element on the page';
const until = async (what, test) => {
  for (let i = 0; i < 400; i++) { if (test()) return; await new Promise(r => setTimeout(r, 25)); }
  throw new Error('waited 10 s for ' + what);
};
if (moment === 'poster') {
  await until('the poster', () => el.shadowRoot && el.shadowRoot.querySelector('.stage'));
} else {
  await until('a tier', () => el.dataset.tier);
  if (el.currentScene !== 'start') { await el.play(); await el.pause(); }
  if (moment.endsWith('s')) await el.seek(parseFloat(moment));
  else if (el.currentScene !== 'start') {
    const at = Number(moment), step = Math.floor(at);
    await el.goTo(el.currentScene, step);
    if (at > step) {
      const from = el.currentTime;
      let to = el.duration;
      try { await el.goTo(el.currentScene, step + 1); to = el.currentTime; } catch {}
      await el.seek(from + (at - step) * (to - from));
    }
  }
}
if (script) await new Function('el', 'root', 'return (async () => {' + script + '})()')(el, el.shadowRoot);
await document.fonts.ready;
await new Promise(r => setTimeout(r, 300));
return (el.dataset.tier || 'poster') + ', t=' + el.currentTime + (window.T && T.errors.length ? ', ERRORS ' + T.errors.join(' | ') : '');
";

fn viewport(name: &str) -> Result<(u32, u32, f64)> {
    if let Some((_, width, height, ratio)) = SIZES.iter().find(|(known, ..)| *known == name) {
        return Ok((*width, *height, *ratio));
    }
    let sides = name
        .split_once('x')
        .and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    match sides {
        Some((width, height)) => Ok((width, height, 1.5)),
        None => bail!("{name:?} is no size: phone, phone360, tablet, embed, medium or WxH"),
    }
}

/// Standard base64; what is not a digit of it is skipped.
fn decode_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for digit in text
        .bytes()
        .filter_map(|c| DIGITS.iter().position(|digit| *digit == c))
    {
        held = held << 6 | digit as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_decoded() {
        assert_eq!(super::decode_base64("aGVsbG8="), b"hello");
    }
}
