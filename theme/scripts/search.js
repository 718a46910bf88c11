// The search of the site, in the reader's browser. It fetches the files of the words that were typed,
// and nothing from anywhere else. What the files hold: docs/dinh-dang/tim-kiem.md.
// The rules for words are those of plugins/newsroom/domain/site/search_index.py.

const BUCKETS = 128;
const SIGNS = 128;
const ROWS = 16;
// Results shown at once. Those of a phrase are looked up in their pages first, so fewer.
const SHOWN = 20, SHOWN_OF_PHRASE = 10;
const MOST_WORDS = 12;
const TONES = { "\u0300": "`", "\u0301": "'", "\u0303": "~", "\u0309": "?", "\u0323": "." };
const IN_TEXT = 1, IN_SUMMARY = 2, IN_TITLE = 4, EXACT = 8;
const WORD = /[\p{L}\p{N}]+/gu;

// Words

export function clean(text) {
  return text.normalize("NFC").replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/[Ðð]/g, "đ").toLowerCase();
}

export const wordsOf = (text) => clean(text).match(WORD) ?? [];

export function spelled(word) {
  const letters = word.normalize("NFD");
  const tone = letters.match(/[\u0300\u0301\u0303\u0309\u0323]/);
  return letters.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, "").normalize("NFC")
    + (tone ? TONES[tone[0]] : "");
}

export const folded = (word) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/[`'~?.]$/, "");

export function numberOf(base) {
  let number = 0;
  for (const letter of base) number = (number * 31 + letter.codePointAt(0)) % 65521;
  return number;
}

export function pairOf(base, after) {
  const pairs = BUCKETS * SIGNS;
  const code = (numberOf(base) % pairs) ^ (Math.floor((numberOf(after) * 40503) / 8) % pairs);
  return [Math.floor(code / SIGNS), code % SIGNS];
}

// What was typed: its words, each with `joined` where it must follow the one before (a phrase).
export function wordsOfQuery(query) {
  return query.replace(/[“”„«»]/g, '"').split('"').flatMap((piece, n, pieces) => {
    const isPhrase = n % 2 === 1 && n < pieces.length - 1;
    return wordsOf(piece).map((word, place) => {
      const base = folded(word);
      return { base, spelling: spelled(word), isMarked: base !== word, joined: isPhrase && place > 0 };
    });
  }).slice(0, MOST_WORDS);
}

// The index

export class Index {
  constructor(address) {
    this.address = address;
    this.fetched = new Map();
  }

  fetch(path) {
    if (!this.fetched.has(path)) {
      // The list of contents names the versions of all else, so it must be the present one.
      const cache = path.endsWith("muc-luc.json") ? "no-cache" : "default";
      const wanted = fetch(new URL(path, this.address), { cache }).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${path}`);
        return answer.text();
      });
      // What failed is asked for again next time.
      wanted.catch(() => this.fetched.delete(path));
      this.fetched.set(path, wanted);
    }
    return this.fetched.get(path);
  }

  // The parts (school years), oldest first. Texts are numbered through all of them.
  async parts() {
    const contents = await this.fetch("muc-luc.json");
    this.known ??= this.numbered(JSON.parse(contents));
    return this.known;
  }

  numbered(parts) {
    let start = 0;
    for (const part of parts) {
      part.start = start;
      part.starts = new Map();
      for (const [month, texts] of part.months) {
        part.starts.set(month, start);
        start += texts;
      }
      part.end = start;
    }
    return parts;
  }

  shard(part, kind, bucket) {
    const shard = bucket % part.shards;
    return this.fetch(`${kind}/${part.code}/${shard}.txt?${part.version}`);
  }

  // For each text, where it has that word.
  async places(part, word, found) {
    let start = 0;
    const text = await this.shard(part, "tu", numberOf(word.base) % BUCKETS);
    for (const line of text.split("\n")) {
      if (line.startsWith("#")) start = part.starts.get(line.slice(1));
      const [spelling, masks] = line.split(" ");
      if (!masks || folded(spelling) !== word.base) continue;
      const exact = spelling === word.spelling ? EXACT : 0;
      for (const [, place, mask] of masks.matchAll(/([.!]?)([0-9a-f]+)/g)) {
        mark(found, start, mask, exact | { "": IN_TEXT, ".": IN_SUMMARY, "!": IN_TITLE }[place]);
      }
    }
  }

  // For each text, whether that word follows the other in it; the sign may err, rarely.
  async neighbours(part, word, after, found) {
    const [bucket, sign] = pairOf(word.base, after.base);
    const text = await this.shard(part, "cap", bucket);
    const mark = String.fromCharCode(sign + (sign < 64 ? 48 : 128));
    for (const month of text.split("#").slice(1)) {
      const lines = month.split("\n");
      const signs = lines[1 + Math.floor(bucket / part.shards)].split(" ").slice(1);
      signs.forEach((all, n) => { if (all.includes(mark)) found[part.starts.get(lines[0]) + n] = 1; });
    }
  }

  // The numbers of the texts that have all words and labels, best first.
  async find(words, labels, year) {
    const all = await this.parts();
    const parts = all.filter((part) => !year || part.code === year);
    const length = all.length ? all.at(-1).end : 0;
    const wanted = [...words, ...labels.map((label) => ({ base: label, spelling: label }))];
    const places = wanted.map(() => new Uint8Array(length));
    // Of a long query only two pairs: neighbours outside a phrase do no more than rank.
    const pairs = words.slice(1).map(({ joined }, n) => (joined || n < 2) && new Uint8Array(length));
    await Promise.all(parts.flatMap((part) => [
      ...wanted.map((word, n) => this.places(part, word, places[n])),
      ...pairs.map((found, n) => found && this.neighbours(part, words[n], words[n + 1], found)),
    ]));
    const results = [];
    for (let text = length - 1; text >= 0; text -= 1) {
      if (places.every((found) => found[text])
        && pairs.every((found, n) => !words[n + 1].joined || found[text])) {
        results.push({ text, score: score(text, words, places, pairs) });
      }
    }
    // Newest first among equals: sorting keeps the order.
    return results.sort((one, other) => other.score - one.score).map(({ text }) => text);
  }

  // Title, address, day, category and groups of a text.
  async row(text) {
    for (const part of await this.parts()) {
      for (const [month, texts] of part.months) {
        const n = text - part.starts.get(month);
        if (n < 0 || n >= texts) continue;
        const path = `bai/${month}/${Math.floor(n / ROWS)}.json?${part.version}`;
        return JSON.parse(await this.fetch(path))[n % ROWS];
      }
    }
    throw new Error(`text ${text}`);
  }
}

// Exact marks count most, then neighbours, then the place: title, summary, text.
function score(text, words, places, pairs) {
  const exact = words.filter((word, n) => word.isMarked && places[n][text] & EXACT).length;
  const together = pairs.filter((found) => found && found[text]).length;
  const place = words.reduce((sum, _, n) => sum + (places[n][text] & ~EXACT), 0);
  return exact * 1000 + together * 100 + place / Math.max(1, words.length);
}

function mark(found, start, mask, place) {
  for (let digit = 0; digit < mask.length; digit += 1) {
    const bits = parseInt(mask[mask.length - 1 - digit], 16);
    for (let bit = 0; bit < 4; bit += 1) {
      if (bits & (1 << bit)) found[start + digit * 4 + bit] |= place;
    }
  }
}

// Snippets

// The words of a text that were asked for, in their places. Where some have the typed marks, only those.
function hitsIn(text, words) {
  const found = [...text.matchAll(WORD)].map((match, place) => {
    const word = clean(match[0]);
    const n = words.findIndex(({ base }) => base === folded(word));
    return { at: match.index, end: match.index + match[0].length, place, n, word };
  });
  const exact = new Set(found.filter(({ n, word }) => n >= 0 && words[n].spelling === spelled(word))
    .map(({ n }) => n));
  return found.map((one) => {
    const isHit = one.n >= 0
      && (!exact.has(one.n) || !words[one.n].isMarked || words[one.n].spelling === spelled(one.word));
    return { ...one, n: isHit ? one.n : -1 };
  });
}

function hasPhrases(text, words) {
  const bases = ` ${wordsOf(text).map(folded).join(" ")} `;
  const phrases = [];
  for (const { base, joined } of words) {
    if (joined) phrases.push(`${phrases.pop()} ${base}`);
    else phrases.push(base);
  }
  return phrases.every((phrase) => !phrase.includes(" ") || bases.includes(` ${phrase} `));
}

// About thirty words of the text around the most of what was asked for.
function snippetOf(text, words, length = 32) {
  const found = hitsIn(text, words);
  let best = 0, most = -1;
  found.forEach((first, start) => {
    if (first.n < 0) return;
    const inside = found.slice(start, start + length - 6);
    const kinds = new Set(inside.map(({ n }) => n).filter((n) => n >= 0)).size;
    const together = inside.filter(({ n }, place) => n > 0 && inside[place - 1]?.n === n - 1).length;
    if (kinds * 10 + Math.min(together, 9) > most) {
      most = kinds * 10 + Math.min(together, 9);
      best = Math.max(0, start - 6);
    }
  });
  const shown = found.slice(best, best + length);
  if (!shown.length) return [];
  const from = best ? shown[0].at : 0;
  const to = best + length < found.length ? shown.at(-1).end : text.length;
  return [best ? "… " : "", ...marked(text, shown, from, to), to < text.length ? " …" : ""];
}

// A stretch of a text with its hits in <mark>.
function marked(text, found, from = 0, to = text.length) {
  const nodes = [];
  let done = from;
  for (const { at, end, n } of found) {
    if (n < 0) continue;
    const element = document.createElement("mark");
    element.textContent = text.slice(at, end);
    nodes.push(text.slice(done, at), element);
    done = end;
  }
  return [...nodes, text.slice(done, to)];
}

// The words of a page, as its readers see them.
async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const pieces = page.querySelectorAll(".article__summary, .correction p, .document__facts, .prose");
  return [...pieces].map((piece) => piece.textContent.replace(/\s+/g, " ").trim()).join(" ")
    .normalize("NFC");
}

// The page

const FILTERS = ["chuyen-muc", "to", "nam-hoc"];

class SearchPage {
  constructor(form) {
    this.form = form;
    this.root = new URL("../", import.meta.url);
    this.index = new Index(new URL("tim-kiem/", this.root));
    this.list = document.getElementById("ket-qua");
    this.status = document.getElementById("tim-thay");
    this.more = document.getElementById("xem-them");
    this.results = new WeakMap();
    this.texts = new Map();
    this.asked = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep("pushState");
    });
    form.q.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep("replaceState"), 300);
    });
    for (const name of FILTERS) form[name].addEventListener("change", () => this.keep("pushState"));
    addEventListener("popstate", () => this.restore());
    this.more.addEventListener("click", () => this.showMore());
    this.snippets = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) this.showSnippet(target);
    }, { rootMargin: "100px" });
    this.restore();
    // Fetched while the reader types.
    this.index.parts().catch(() => {});
  }

  // The form as the address says it.
  restore() {
    const asked = new URLSearchParams(location.search);
    for (const name of ["q", ...FILTERS]) this.form[name].value = asked.get(name) ?? "";
    // A list that is not there any more.
    for (const name of FILTERS) if (this.form[name].selectedIndex < 0) this.form[name].value = "";
    this.search();
  }

  // The address as the form says it.
  keep(how) {
    clearTimeout(this.timer);
    const filled = [...new FormData(this.form)].filter(([, value]) => value.trim());
    const query = filled.length ? `?${new URLSearchParams(filled)}` : location.pathname;
    if (query !== location.search) history[how](null, "", query);
    this.search();
  }

  async search() {
    const asked = this.asked += 1;
    const form = this.form;
    const words = wordsOfQuery(form.q.value);
    const labels = ["chuyen-muc", "to"].filter((name) => form[name].value)
      .map((name) => `${name}:${form[name].value}`);
    if (!words.length && !labels.length) {
      this.show(words, [], "");
      return;
    }
    this.list.setAttribute("aria-busy", "true");
    try {
      const found = await this.index.find(words, labels, form["nam-hoc"].value);
      if (asked === this.asked) await this.show(words, found);
    } catch {
      if (asked === this.asked) {
        this.show(words, [], "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra mạng rồi bấm “Tìm” lần nữa.");
      }
    }
  }

  // Show the first of these results, and say how many there are or what went wrong.
  async show(words, found, message) {
    const asked = this.asked;
    const waiting = { words, found, count: found.length };
    const items = await this.next(waiting);
    if (asked !== this.asked) return;
    this.waiting = waiting;
    this.list.replaceChildren(...items);
    this.list.removeAttribute("aria-busy");
    this.say(message ?? this.counted());
  }

  async showMore() {
    const asked = this.asked;
    const items = await this.next(this.waiting);
    if (asked !== this.asked) return;
    this.list.append(...items);
    this.say(this.counted());
    items[0]?.querySelector("a").focus();
  }

  say(message) {
    this.more.hidden = !this.waiting.found.length;
    if (this.status.textContent !== message) this.status.textContent = message;
  }

  counted() {
    const { words, found, count } = this.waiting;
    if (!count) {
      return "Không tìm thấy bài nào. Hãy thử ít từ hơn, kiểm tra lại chính tả hoặc bộ lọc.";
    }
    const isSure = !found.length || !words.some(({ joined }) => joined);
    return `Tìm thấy ${isSure ? "" : "khoảng "}${count} bài.`;
  }

  // The next results, taken off those that wait. What the index took for a phrase and is none is left out.
  async next(waiting) {
    const isPhrase = waiting.words.some(({ joined }) => joined);
    const items = [];
    const wanted = isPhrase ? SHOWN_OF_PHRASE : SHOWN;
    while (items.length < wanted && waiting.found.length) {
      const some = waiting.found.splice(0, wanted - items.length);
      const rows = await Promise.all(some.map((text) => this.index.row(text)));
      const fit = isPhrase ? await Promise.all(rows.map((row) => this.fits(row, waiting.words))) : [];
      rows.forEach((row, n) => {
        if (!isPhrase || fit[n]) items.push(this.item(row, waiting.words));
        else waiting.count -= 1;
      });
    }
    return items;
  }

  async fits([title, url], words) {
    return hasPhrases(title, words) || hasPhrases(await this.text(url).catch(() => ""), words);
  }

  text(url) {
    if (!this.texts.has(url)) this.texts.set(url, textOf(new URL(url, this.root)));
    return this.texts.get(url);
  }

  item([title, url, ...facts], words) {
    const item = document.createElement("li");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    const line = document.createElement("p");
    const snippet = document.createElement("p");
    item.className = "result";
    heading.className = "result__title";
    line.className = "result__line";
    snippet.className = "result__snippet";
    link.href = new URL(url, this.root);
    link.append(...marked(title, hitsIn(title, words)));
    line.textContent = facts.filter(Boolean).join(" · ");
    heading.append(link);
    item.append(heading, line, snippet);
    this.snippets.observe(item);
    this.results.set(item, { url, words });
    return item;
  }

  async showSnippet(item) {
    this.snippets.unobserve(item);
    // Without the page there is no snippet; the title still leads to it.
    const { url, words } = this.results.get(item);
    const text = await this.text(url).catch(() => "");
    item.querySelector(".result__snippet").append(...snippetOf(text, words));
  }
}

const form = document.getElementById("tim-kiem");
if (form) new SearchPage(form);
