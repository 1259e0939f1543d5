"use strict";
// The server renders the page; this asks for it again when something may have changed and moves the differences over,
// so that what has the focus, is half typed or lies open stays as it is.
(() => {
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const here = () => document.body.dataset;
  const { line } = composer;
  const every = 2500;
  const silence = "The bot does not answer. Is it still running?";
  let version = "";
  let thread = null;

  // ---- asking the bot

  async function call(path, body) {
    try {
      const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const said = await answer.json();
      if (said.error)
        tell(said.error[0].toUpperCase() + said.error.slice(1) + ".", true);
      return { ok: answer.ok && !said.error && !said.errors, errors: said.errors, messages: said.messages ?? [] };
    } catch {
      tell(silence, true);
      return { ok: false, messages: [] };
    }
  }

  async function act(path, body, as) {
    tell("");
    const answer = await call("/playground/page/" + path, body);
    await look();
    if (document.activeElement === document.body)
      find("#log").focus({ preventScroll: true });
    if (answer.ok)
      reveal(answer.messages, as ?? here().as);
    return answer;
  }

  // ---- showing what is new

  let looking = Promise.resolve();
  let isLooking = false;
  const look = () => (looking = looking.then(lookNow));

  async function lookNow() {
    isLooking = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: version ? { "If-None-Match": version } : {} });
      if (find("#status").textContent === silence)
        tell("");
      if (answer.ok)
        await take(answer);
    } catch {
      tell(silence, true);
    }
    isLooking = false;
  }

  async function take(answer) {
    version = answer.headers.get("ETag") ?? "";
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const ends = all(".log").filter(isAtEnd).map(log => log.id);
    morph(document.body, document.adoptNode(next.body));
    document.title = next.title;
    ends.forEach(id => toEnd(document.getElementById(id)));
  }

  /** Makes one element like another, keeping those of its descendants that are the same. */
  function morph(old, wanted) {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== wanted.data)
        old.data = wanted.data;
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE || old.isEqualNode(wanted))
      return;
    if (old.hasAttribute("data-keep") && wanted.hasAttribute("data-keep"))
      return;
    for (const { name } of [...old.attributes])
      if (!wanted.hasAttribute(name) && name !== "open" && name !== "hidden")
        old.removeAttribute(name);
    for (const { name, value } of wanted.attributes)
      if (name !== "hidden" && name !== "open" && old.getAttribute(name) !== value)
        old.setAttribute(name, value);
    const named = new Map([...old.children].filter(child => child.id).map(child => [child.id, child]));
    let at = old.firstChild;
    for (const child of [...wanted.childNodes]) {
      const match = child.id ? named.get(child.id) : at && !at.id ? at : null;
      if (!match || match.nodeName !== child.nodeName) {
        old.insertBefore(child, at);
        continue;
      }
      if (match === at)
        at = at.nextSibling;
      else
        old.insertBefore(match, at);
      morph(match, child);
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  }

  const scroller = log => log.scrollHeight > log.clientHeight + 1 && getComputedStyle(log).overflowY !== "visible" ? log : document.scrollingElement;
  const isAtEnd = log => { const box = scroller(log); return box.scrollHeight - box.scrollTop - box.clientHeight < 80; };
  const toEnd = log => { if (log) { const box = scroller(log); box.scrollTop = box.scrollHeight; } };

  /** Brings what the bot just said into view, and tells what it said elsewhere. */
  function reveal(messages, as) {
    const pane = as === here().as ? "" : "beside-";
    const seen = messages.map(message => document.getElementById(pane + message.id)).filter(Boolean);
    // What was changed in passing, such as the post that a vote counts on, may be far from the answer.
    show(seen, messages.filter(message => message.ephemeral || !message.edited).map(message => document.getElementById(pane + message.id)));
    const elsewhere = messages.filter(message => !document.getElementById(message.id) && !document.getElementById("beside-" + message.id));
    if (elsewhere.length === 0)
      return;
    tell(elsewhere.length === 1 ? "AsyncBot also wrote to " : `AsyncBot also wrote ${elsewhere.length} messages: `);
    for (const [address, name] of new Map(elsewhere.slice(-40).map(addressOf)))
      find("#status").append(Object.assign(document.createElement("a"), { href: address, textContent: name }), " ");
  }

  function show(messages, answers = messages) {
    messages.forEach(message => { message.classList.remove("new"); void message.offsetWidth; message.classList.add("new"); });
    const last = all(".message").filter(message => answers.includes(message)).at(-1);
    last?.scrollIntoView({ block: last.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
  }

  function addressOf(message) {
    const person = message.to ?? here().as;
    const name = find("#be-" + CSS.escape(person) + " .name")?.textContent ?? person;
    return [`/?as=${encodeURIComponent(person)}&in=${encodeURIComponent(message.in)}`, message.in === "dm" ? name : message.to ? `${name} in ${message.in}` : message.in];
  }

  function tell(text, isError = false) {
    const status = find("#status");
    status.textContent = text;
    status.classList.toggle("wrong", isError);
  }

  // ---- pressing

  const presses = {
    press: async (button, data) => toForm(await act("press", { as: data.as, message: data.message, button: data.press }, data.as), data.as),
    react: (button, data) => act("react", { as: data.as, message: data.message, emoji: "bulb", remove: data.react === "take" }, data.as),
    shortcut: (button, data) => act("shortcut", { as: data.as, message: data.message, name: data.shortcut }, data.as),
    reply: (button, data) => answer(data.reply, data.name),
    stopAnswering: () => answer(null),
    fill: (button, data) => composer.fill(data.fill),
    peek: () => composer.peek(),
    advance: (button, data) => travel("clock", { advance: data.advance }),
    next: () => travel("next", {}),
    live: () => travel("clock", { live: true }),
    open: (button, data) => document.getElementById(data.open).showModal(),
    reset: async button => { button.closest("dialog").close(); answer(null); await act("reset", {}); tell("All new. Nothing was ever said here."); },
  };

  document.addEventListener("click", async event => {
    const code = event.target.closest("code.typed");
    if (code && line())
      return composer.fill(here().in === "dm" || /^[/@]/.test(code.textContent) ? code.textContent : "/" + code.textContent);
    const button = event.target.closest("button[type=button]");
    const kind = button && Object.keys(presses).find(name => name in button.dataset);
    all("details.more[open]").filter(menu => kind || !menu.contains(event.target)).forEach(menu => { menu.open = false; });
    if (!kind || button.getAttribute("aria-busy"))
      return;
    button.setAttribute("aria-busy", "true");
    await presses[kind](button, button.dataset);
    button.removeAttribute("aria-busy");
  });

  document.addEventListener("toggle", event => {
    if (event.target.matches("details.more[open], details.file[open]"))
      event.target.lastElementChild.scrollIntoView({ block: "nearest" });
  }, true);

  async function travel(path, body) {
    const { ok, messages } = await act(path, body);
    if (ok && messages.length === 0 && !body.live)
      tell("Nothing was said on the way." + (path === "next" ? " Press again to go on, or plan something, for example /idea digest every monday at 9" : ""));
  }

  function answer(root, name) {
    thread = root;
    const note = find("#answering");
    note.hidden = !root;
    find("b", note).textContent = name ?? "";
    if (root)
      line().focus();
  }

  // ---- forms

  /** Goes to the first field of a form that was just opened. */
  function toForm({ messages }, as) {
    const opened = messages.find(message => message.form);
    const form = opened && document.getElementById((as === here().as ? "" : "beside-") + opened.form.id);
    if (form)
      find("input, select, textarea", form)?.focus();
  }

  document.addEventListener("submit", async event => {
    const form = event.target;
    if (form.id === "composer") {
      event.preventDefault();
      return send();
    }
    if (!form.dataset.form)
      return;
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    const { errors = {} } = await act("submit", { as: form.dataset.as, form: form.dataset.form, values }, form.dataset.as);
    all("[data-error]", form).forEach(place => {
      const field = form.elements[place.dataset.error];
      place.textContent = errors[place.dataset.error] ?? "";
      field.setAttribute("aria-invalid", place.textContent !== "");
    });
    find("[aria-invalid=true]", form)?.focus();
    const unplaced = Object.keys(errors).filter(name => !form.elements[name]);
    if (unplaced.length > 0)
      tell(unplaced.map(name => errors[name]).join(" "), true);
  });

  async function send() {
    const text = line().value;
    if (text.trim() === "")
      return line().focus();
    composer.close();
    const root = thread;
    const { ok, messages } = await act("say", { as: here().as, in: here().in, text, ...(root && { thread: root }) });
    if (ok && line().value === text) {
      composer.fill("");
      answer(null);
    }
    line().focus();
    if (ok && messages.length === 0)
      show(all(root ? `#${root} .replies > .message` : "#log .messages > .message").slice(-1));
  }

  document.addEventListener("keydown", event => {
    if (event.target.id === "line") {
      const meant = composer.press(event);
      if (meant === "send")
        send();
      else if (meant === "leave")
        answer(null);
      return;
    }
    const menu = event.key === "Escape" && event.target.closest("details.more[open]");
    if (menu) {
      menu.open = false;
      find("summary", menu).focus();
    }
  });

  // ---- the hours, as they were left: open or closed

  const hours = find("#hours");
  try {
    hours.open = localStorage.getItem("hours") !== "closed";
    hours.addEventListener("toggle", () => localStorage.setItem("hours", hours.open ? "open" : "closed"));
  } catch {
    // A browser that keeps nothing shows them.
  }

  // ---- beginning

  all(".log").filter(log => !find(".empty", log)).forEach(toEnd);
  const aim = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (!aim && /^#m\d+$/.test(location.hash) && find("#earlier"))
    location.replace(find("#earlier").href + location.hash);
  if (aim) {
    aim.scrollIntoView({ block: "center" });
    aim.classList.add("new");
  }
  if (line() && matchMedia("(pointer: fine)").matches && !aim)
    line().focus({ preventScroll: true });
  setInterval(() => { if (document.visibilityState === "visible" && !isLooking) look(); }, every);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
})();
