/* Replays the engine's display lists on a 2D canvas: one call per frame from the wasm instead of some thousands, each of
   which would cross the border with its own conversions. It knows numbers, not what they show; the list is written by
   src/render/list.rs, which names the same operations in the same order. */

// Colours of a morph never come back: their texts must not pile up.
const KEPT_COLOURS = 999;
const colours = new Map();
function colour(rgb, alpha) {
  const key = rgb * 256 + alpha;
  let text = colours.get(key);
  if (!text) {
    if (colours.size > KEPT_COLOURS) colours.clear();
    colours.set(key, text = `#${(key + 2 ** 32).toString(16).slice(1)}`);
  }
  return text;
}

export class Replay {
  constructor(context, memory) {
    this.context = context;
    this.memory = memory;
    this.symbols = [];
    this.kept = [];
  }

  /* What the context was last given is remembered in variables and not given again. The ways to context and kept paths
     stand apart, because a call with one kind of receiver is the quicker. */
  draw(address, end) {
    const { context: c, symbols, kept } = this, f = new Float32Array(this.memory.buffer, address, end);
    let style, filling, stroking, width, dashed = false, path = c;
    const solid = () => { if (dashed) c.setLineDash([]); dashed = false; };
    const fill = (paint) => { if (paint !== filling) c.fillStyle = filling = paint; };
    const stroke = (paint, line, dash, gap) => {
      if (paint !== stroking) c.strokeStyle = stroking = paint;
      if (line !== width) c.lineWidth = width = line;
      if (dash) {
        c.setLineDash([dash, gap]);
        dashed = true;
      } else solid();
    };
    for (let i = 0; i < end;) {
      switch (f[i++]) {
        case 0: if (path === c) c.moveTo(f[i], f[i + 1]); else path.moveTo(f[i], f[i + 1]); i += 2; break;
        case 1: if (path === c) c.lineTo(f[i], f[i + 1]); else path.lineTo(f[i], f[i + 1]); i += 2; break;
        case 2: if (path === c) c.quadraticCurveTo(f[i], f[i + 1], f[i + 2], f[i + 3]); else path.quadraticCurveTo(f[i], f[i + 1], f[i + 2], f[i + 3]); i += 4; break;
        case 3: if (path === c) c.bezierCurveTo(f[i], f[i + 1], f[i + 2], f[i + 3], f[i + 4], f[i + 5]); else path.bezierCurveTo(f[i], f[i + 1], f[i + 2], f[i + 3], f[i + 4], f[i + 5]); i += 6; break;
        case 4: if (path === c) c.closePath(); else path.closePath(); break;
        case 5: if (path === c) c.arc(f[i], f[i + 1], f[i + 2], 0, 2 * Math.PI); else path.arc(f[i], f[i + 1], f[i + 2], 0, 2 * Math.PI); i += 3; break;
        case 6: {
          const slot = f[i++];
          if (slot < 0) (path = c).beginPath();
          else path = kept[slot] = new Path2D();
          break;
        }
        // A step of a symbol begins; the first of them says so.
        case 7: path = new Path2D(); if (f[i + 1]) symbols[f[i]] = []; i += 2; break;
        case 8: symbols[f[i]].push([path, style, f[i + 1], f[i + 2], f[i + 3]]); i += 4; break;
        case 9: style = colour(f[i], f[i + 1]); i += 2; break;
        case 10: style = c.createRadialGradient(f[i], f[i + 1], 0, f[i], f[i + 1], f[i + 2]); i += 3; break;
        case 11: style = c.createLinearGradient(f[i], f[i + 1], f[i + 2], f[i + 3]); i += 4; break;
        case 12: style.addColorStop(f[i], colour(f[i + 1], f[i + 2])); i += 3; break;
        case 13: fill(style); if (path === c) c.fill(); else c.fill(path); break;
        case 14: stroke(style, f[i], f[i + 1], f[i + 2]); if (path === c) c.stroke(); else c.stroke(path); i += 3; break;
        case 15: c.setTransform(f[i], f[i + 1], f[i + 2], f[i + 3], f[i + 4], f[i + 5]); i += 6; break;
        case 16: {
          const alpha = f[i + 1];
          if (alpha < 1) c.globalAlpha = alpha;
          for (const [shape, paint, line, dash, gap] of symbols[f[i]]) {
            if (line < 0) {
              fill(paint);
              c.fill(shape);
            } else {
              stroke(paint, line, dash, gap);
              c.stroke(shape);
            }
          }
          if (alpha < 1) c.globalAlpha = 1;
          i += 2;
          break;
        }
        case 17: c.rect(f[i], f[i + 1], f[i + 2], f[i + 3]); i += 4; break;
        case 18: solid(); c.save(); if (path === c) c.clip(); else c.clip(path); break;
        case 19: c.restore(); filling = stroking = width = undefined; dashed = false; break;
        case 20: c.clearRect(0, 0, f[i], f[i + 1]); c.lineCap = c.lineJoin = 'round'; i += 2; break;
        case 21: path = kept[f[i++]]; break;
      }
    }
    solid();
  }
}
