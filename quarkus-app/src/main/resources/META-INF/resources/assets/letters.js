// Dead letters of a replication, and their replay. What others wrote becomes text of a node, never markup.
"use strict";

(() => {
  const article = document.querySelector("article[data-job]");
  const byId = id => document.getElementById(id);
  const base = `/api/jobs/${encodeURIComponent(article.dataset.job)}/dead-letters`;
  const HEADERS = { Accept: "application/json", "X-Requested-With": "JavaScript" };

  async function ask(method, path) {
    try {
      const answer = await fetch(path, { method, headers: HEADERS });
      const body = await answer.json();
      if (!answer.ok) {
        byId("letters-told").textContent = body.detail;
      }
      return answer.ok ? body : null;
    } catch (gone) {
      byId("letters-told").textContent = "The service did not answer.";
      return null;
    }
  }

  function cell(text, className) {
    const node = document.createElement("td");
    node.textContent = text;
    node.className = className || "";
    return node;
  }

  async function show() {
    const letters = await ask("GET", base + "?limit=100");
    if (!letters) {
      return;
    }
    byId("letters-told").textContent = letters.length === 0 ? "There are none"
      : letters.length === 100 ? "The first 100" : format.number(letters.length);
    byId("letters-scroll").hidden = letters.length === 0;
    byId("letters-replay").hidden = letters.length === 0;
    byId("letters").replaceChildren(...letters.map(letter => {
      const row = document.createElement("tr");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.operator = "";
      button.textContent = "Replay";
      button.addEventListener("click", () => replay(button, "?id=" + encodeURIComponent(letter.id)));
      const acts = cell("");
      acts.append(button);
      row.append(cell(letter.time ? format.time(letter.time) : "–"), cell(letter.cause || "–"),
        cell(letter.payload + (letter.cut ? "…" : ""), "key"), acts);
      return row;
    }));
  }

  async function replay(button, query) {
    button.disabled = true;
    const done = await ask("POST", base + "/replay" + query);
    button.disabled = false;
    if (done) {
      await show();
      byId("letters-told").textContent = format.number(done.sent) + (done.sent === 1 ? " message was" : " messages were")
        + " sent again";
    }
  }

  byId("letters-show").addEventListener("click", show);
  byId("letters-replay").addEventListener("click", () => replay(byId("letters-replay"), ""));
})();
