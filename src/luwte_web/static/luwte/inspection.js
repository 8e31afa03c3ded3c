// SPDX-FileCopyrightText: 2026 The Luwte authors
// SPDX-License-Identifier: EUPL-1.2

// The form of an inspection where the line drops: every answer is kept on this device the moment it is given, sent, and
// let go of only once the server says that it has it. Without this script the form is saved page by page.
// What is kept where, and for how long: docs/decisions/0024.
"use strict";

const line = document.querySelector("[data-line]");
const form = line.closest("form");
const says = line.dataset;
const mine = `luwte ${says.user} ${says.inspection} `;
const writer = sessionStorage.getItem("luwte writer") || crypto.getRandomValues(new Uint32Array(3)).join("-").slice(0, 32);
sessionStorage.setItem("luwte writer", writer);
const RETRY = 5000; // milliseconds
const LONGEST_SIDE = 1600; // pixels, as the server keeps them
const PHOTO = " photo ";

const asks = () => form.querySelectorAll("[data-norm]");
const ask = (norm) => form.querySelector(`[data-norm="${norm}"]`);
const field = (norm, name) => form.elements[`${name}-${norm}`];
const waiting = () => Object.keys(localStorage).filter((name) => name.startsWith(mine)).sort();
const normOf = (name) => name.slice(mine.length).split(PHOTO)[0];

// Keeping

function keep(name, what) {
  try {
    localStorage.setItem(name, what);
    return true;
  } catch {
    tell(says.full, true);
    return false;
  }
}

function keepAnswer(norm) {
  const chosen = form.querySelector(`[name="answer-${norm}"]:checked`);
  const value = field(norm, "value");
  const word = {
    answer: chosen ? chosen.value : "",
    value: value ? value.value : "",
    note: field(norm, "note").value,
    seen: field(norm, "seen").value,
    writer, // another window may send it: it stays the word of this one
  };
  if (keep(mine + norm, JSON.stringify(word))) mark(norm, says.oneKept, true);
}

async function keepPhoto(norm, input) {
  // made smaller here already: it takes less of the line, and where it was made does not leave the device
  const picture = await createImageBitmap(input.files[0]).catch(() => null);
  if (!picture) return; // the server tells what is wrong with it once the page is saved
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (!keep(`${mine}${norm}${PHOTO}${Date.now()}`, canvas.toDataURL("image/jpeg", 0.8))) return;
  input.value = "";
  mark(norm, says.oneKept, true);
  send();
}

// Telling

function tell(text, isKept) {
  line.hidden = false;
  line.classList.toggle("line--kept", isKept);
  const told = line.querySelector(".line__told");
  if (told.textContent !== text) told.textContent = text;
}

function mark(norm, text, isKept) {
  const state = ask(norm)?.querySelector("[data-state]");
  if (!state) return;
  state.textContent = text;
  state.classList.toggle("ask__state--kept", isKept);
}

function tellAll(stopped) {
  const count = waiting().length;
  if (count) tell(`${stopped ? stopped + " " : ""}${says.kept}${count}.`, true);
  else if (!line.hidden) tell(says.saved, false);
}

// Sending

function blob(address) {
  const bytes = Uint8Array.from(atob(address.split(",")[1]), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: "image/jpeg" });
}

async function post(name, kept) {
  const norm = normOf(name);
  const data = new FormData();
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("norm", norm);
  if (name.includes(PHOTO)) data.append("photo", blob(kept), "photo.jpg");
  else for (const [part, value] of Object.entries(JSON.parse(kept))) data.append(part, value);
  const answer = await fetch(says.answers, { method: "POST", body: data, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error(says.door);
  if (answer.status === 404) throw new Error(says.closed);
  return [answer.status, await answer.json()];
}

async function sendOne(name) {
  const kept = localStorage.getItem(name);
  const norm = normOf(name);
  const [status, told] = await post(name, kept);
  if (status === 409) return clash(norm, told);
  if (status === 400) {
    if (name.includes(PHOTO)) localStorage.removeItem(name);
    return mark(norm, told.wrong.join(" "), true);
  }
  if (localStorage.getItem(name) === kept) {
    localStorage.removeItem(name);
    mark(norm, told.photo ? says.onePhoto : says.oneSaved, false);
  }
  if (told.seen && ask(norm)) {
    field(norm, "seen").value = told.seen;
    ask(norm).querySelector("[data-told]").textContent = told.told;
  }
}

let sending = null;
let again = false;

function send() {
  again = true;
  sending ??= sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  while (again) {
    again = false;
    for (const name of waiting()) {
      if (!navigator.onLine) return tellAll("");
      try {
        await sendOne(name);
      } catch (stopped) {
        return tellAll(stopped instanceof TypeError ? "" : stopped.message);
      }
    }
  }
  tellAll("");
}

// The same answer changed elsewhere: both words are shown, and a person chooses

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "utrecht-button utrecht-button--secondary-action";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function clash(norm, told) {
  const box = ask(norm)?.querySelector("[data-clash]");
  if (!box) return;
  fill(norm, JSON.parse(localStorage.getItem(mine + norm)));
  const words = document.createElement("p");
  words.textContent = says.clash + told.told;
  const close = () => { box.hidden = true; field(norm, "seen").value = told.seen; };
  box.replaceChildren(
    words,
    button(says.mine, () => { close(); keepAnswer(norm); send(); }),
    button(says.theirs, () => {
      close();
      localStorage.removeItem(mine + norm);
      fill(norm, told.there);
      mark(norm, says.oneSaved, false);
      tellAll("");
    }),
  );
  box.hidden = false;
}

function fill(norm, word) {
  for (const choice of form.querySelectorAll(`[name="answer-${norm}"]`)) choice.checked = choice.value === word.answer;
  if (field(norm, "value")) field(norm, "value").value = word.value;
  field(norm, "note").value = word.note;
}

// The page

for (const name of waiting()) {
  const norm = normOf(name);
  if (!ask(norm)) continue;
  if (!name.includes(PHOTO)) fill(norm, JSON.parse(localStorage.getItem(name)));
  mark(norm, says.oneKept, true);
}
for (const each of asks()) {
  const norm = each.dataset.norm;
  each.addEventListener("input", (event) => {
    if (event.target.type !== "file") keepAnswer(norm); // every letter: a page can go before a field is left
  });
  each.addEventListener("change", (event) => {
    if (event.target.type === "file") keepPhoto(norm, event.target);
    else send();
  });
}
form.addEventListener("submit", async (event) => {
  if (event.submitter?.name === "remove" || [...form.querySelectorAll("[type=file]")].some((input) => input.value)) return;
  event.preventDefault();
  await send();
  if (waiting().length) tellAll(says.stay);
  else location.assign(form.dataset.next);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("a[href]") && !navigator.onLine) {
    event.preventDefault();
    tellAll(says.stay);
  }
});
document.querySelector("[data-hand-in]")?.addEventListener("submit", (event) => {
  if (!waiting().length) return;
  event.preventDefault();
  tellAll("");
});
addEventListener("online", send);
addEventListener("offline", () => tell(says.stay, true));
setInterval(() => { if (waiting().length && !sending) send(); }, RETRY);
if (waiting().length) send();
