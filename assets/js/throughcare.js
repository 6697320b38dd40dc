// Starts the parts that need script. Every page is whole without it.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink, createAll,
} from "govuk-frontend";
import { AddAnother, ButtonMenu, SortableTable } from "@ministryofjustice/frontend";
import htmx from "htmx.org";
import { startKeys } from "./keys.js";

const parts = [
  Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink,
  AddAnother, ButtonMenu, SortableTable,
];

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },
  { code: "[45]..", swap: false, error: true },
];

// Each part marks what it has started, so starting a swapped piece again is safe.
function start(scope) {
  document.documentElement.classList.add("js-enabled");
  document.body.classList.add("js-enabled", "govuk-frontend-supported");
  parts.forEach((part) => createAll(part, undefined, { scope, onError: () => {} }));
}

// A note of what was kept takes the focus, so that it is read first.
function focusNote() {
  const note = document.querySelector("[data-takes-focus]");
  if (note && !document.querySelector(".govuk-error-summary")) note.focus();
}

// An open menu of the top bar closes on Escape or when the pointer goes elsewhere.
function closeMenus(event) {
  document.querySelectorAll(".tc-user[open]").forEach((menu) => {
    if (event.type === "click" && menu.contains(event.target)) return;
    if (event.type === "keydown" && event.key !== "Escape") return;
    menu.open = false;
    if (event.type === "keydown") menu.querySelector("summary").focus();
  });
}

// Escape puts away the people found while one types.
function clearFound(event) {
  const found = document.getElementById("found");
  if (event.key !== "Escape" || !found || !found.firstChild) return;
  if (found.contains(document.activeElement)) document.getElementById("find").focus();
  found.replaceChildren();
}

// A button that prints is shown only where script can print.
function startPrints(scope) {
  scope.querySelectorAll("[data-prints]").forEach((button) => {
    button.hidden = false;
    button.onclick = () => window.print();
  });
}

// A day is typed; beside the field a calendar may be opened: with the pointer, or Alt and arrow down.
function startDay(field) {
  const wrap = document.createElement("span");
  const picker = Object.assign(document.createElement("input"), { type: "date", tabIndex: -1 });
  const button = Object.assign(document.createElement("button"), { type: "button", tabIndex: -1 });
  wrap.className = "tc-day-input";
  picker.setAttribute("aria-hidden", "true");
  button.setAttribute("aria-label", field.dataset.day);
  delete field.dataset.day;
  field.before(wrap);
  wrap.append(field, button, picker);
  button.onclick = () => picker.showPicker();
  field.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "ArrowDown") picker.showPicker();
  });
  picker.onchange = () => {
    if (!picker.valueAsDate) return;
    const words = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
    const language = document.documentElement.lang === "fr" ? "fr-CA" : "en-GB";
    field.value = new Intl.DateTimeFormat(language, words).format(picker.valueAsDate);
    field.focus();
  };
}

function startDays(scope) {
  if (!("showPicker" in HTMLInputElement.prototype)) return;
  scope.querySelectorAll("input[data-day]").forEach(startDay);
}

// One letter does what a button with that key does, unless one is typing. J and K move on and back.
function pressKey(event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.toLowerCase();
  const wanted = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (wanted) wanted.click();
  if (wanted || (key !== "j" && key !== "k")) return;
  const lines = [...document.querySelectorAll(".tc-proposal")];
  const here = lines.findIndex((line) => line.querySelector("[data-key]"));
  const to = lines[here + (key === "j" ? 1 : -1)];
  const link = to && to.querySelector(".tc-proposal__act a");
  if (link) link.click();
}

start(document);
startDays(document);
startPrints(document);
startKeys();
focusNote();
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
document.addEventListener("keydown", clearFound);
if (document.querySelector("[data-key]")) document.addEventListener("keydown", pressKey);
document.addEventListener("htmx:load", (event) => {
  start(event.detail.elt);
  startPrints(event.detail.elt);
  startDays(event.detail.elt);
});
