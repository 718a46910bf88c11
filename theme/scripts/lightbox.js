// Shows the pictures of a page large, one after the other. Each is a link to its largest copy: without
// this script, or with a key that asks for another tab, the browser follows the link.

const FAR_ENOUGH = 40;
const links = new Map();
for (const link of document.querySelectorAll("a[data-photo]")) {
  // A cover that stands in the text too is told in the words of the text.
  if (!links.has(link.href) || link.closest("figure")) links.set(link.href, link);
  link.addEventListener("click", open);
}
const photos = [...links.values()];
const box = made("dialog", "lightbox");
const place = made("p", "lightbox__place");
const picture = made("img", "lightbox__picture");
const caption = made("p", "lightbox__caption");
const told = made("p", "visually-hidden");
const before = button("before", "‹", "Ảnh trước", () => show(at - 1));
const next = button("next", "›", "Ảnh sau", () => show(at + 1));
const close = button("close", "×", "Đóng", () => box.close());
let at = 0;
let opener = null;
let touched = null;

function made(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function button(name, sign, words, act) {
  const element = made("button", `lightbox__button lightbox__${name}`);
  element.type = "button";
  element.setAttribute("aria-label", words);
  element.textContent = sign;
  element.addEventListener("click", act);
  return element;
}

function open(press) {
  if (press.ctrlKey || press.metaKey || press.shiftKey || press.altKey) return;
  if (!box.showModal) return;
  press.preventDefault();
  opener = press.currentTarget;
  show(photos.indexOf(links.get(opener.href)));
  box.showModal();
  (next.hidden ? close : next).focus();
}

function show(number) {
  at = (number + photos.length) % photos.length;
  const link = photos[at];
  const small = link.querySelector("img");
  const below = link.closest("figure")?.querySelector("figcaption");
  caption.textContent = below?.textContent ?? link.dataset.photo;
  place.textContent = `${at + 1} / ${photos.length}`;
  const words = [`Ảnh ${at + 1} trong ${photos.length}`, small.alt, caption.textContent];
  told.textContent = words.filter(Boolean).join(". ");
  // The small copy is there at once and takes the room of the large one.
  picture.width = small.getAttribute("width");
  picture.height = small.getAttribute("height");
  picture.alt = small.alt;
  picture.src = small.currentSrc || small.src;
  const large = new Image();
  large.src = link.href;
  large.decode().then(
    () => photos[at] === link && (picture.src = link.href),
    () => {},
  );
  new Image().src = photos[(at + 1) % photos.length].href;
}

// Told in one piece below.
for (const seen of [place, caption]) seen.setAttribute("aria-hidden", "true");
told.id = "lightbox-told";
told.setAttribute("role", "status");
box.setAttribute("aria-label", "Xem ảnh");
box.setAttribute("aria-describedby", told.id);
before.hidden = next.hidden = photos.length < 2;
box.append(place, close, picture, before, caption, next, told);
document.body.append(box);

box.addEventListener("close", () => opener.focus());
box.addEventListener("click", (press) => press.target === box && box.close());
box.addEventListener("keydown", (press) => {
  const numbers = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: photos.length - 1 };
  if (!(press.key in numbers) || press.altKey || press.ctrlKey || press.metaKey) return;
  press.preventDefault();
  show(numbers[press.key]);
});
box.addEventListener(
  "touchstart",
  (press) => {
    touched = press.touches.length === 1 ? press.touches[0] : null;
  },
  { passive: true },
);
box.addEventListener("touchend", (press) => {
  // Who has zoomed in moves the picture, and does not turn to another.
  if (!touched || visualViewport.scale > 1.01) return;
  const across = press.changedTouches[0].clientX - touched.clientX;
  const down = press.changedTouches[0].clientY - touched.clientY;
  touched = null;
  if (Math.abs(across) > FAR_ENOUGH && Math.abs(across) > 2 * Math.abs(down)) {
    show(at - Math.sign(across));
  }
});
