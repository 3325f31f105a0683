// What the node takes of the machine, and what works on it.
import { get } from "./api.js";
import { bytes, faults, h, meter, number, swap, table } from "./dom.js";

const use = (name, process, page) => process
  ? [
    h("dt", null, name), h("dd", null, `${bytes(process.memory)} of ${bytes(page.memory)} memory`, meter(process.memory / page.memory, `${name}: memory`),
      process.cores === null ? "processors: not known yet" : `${number(process.cores, 2)} of ${number(page.cores)} processors`, process.cores !== null && meter(process.cores / page.cores, `${name}: processors`))]
  : [h("dt", null, name), h("dd", null, "does not run, or cannot be seen")];

function traffic(page) {
  if (page.traffic === null) {
    return "not known: no node has counted any";
  }
  return page.trafficBudget === null
    ? `${bytes(page.traffic)} today; the budget is not known`
    : [`${bytes(page.traffic)} of ${bytes(page.trafficBudget)} today`, meter(page.traffic / page.trafficBudget, "Network today")];
}

const folder = one => [h("dt", null, one.name), h("dd", null, one.budget ? [`${bytes(one.bytes)} of ${bytes(one.budget)}`, meter(one.bytes / one.budget, one.name)] : bytes(one.bytes))];

/** Budgets, and what is used of them. */
export function machine(page) {
  return [
    h("div", { class: "charts" },
      h("dl", { class: "facts" }, use("Node", page.node, page), use("This page", page.dashboard, page), h("dt", null, "Network"), h("dd", null, traffic(page))),
      h("dl", { class: "facts" }, h("dt", null, "Disk free"), h("dd", null, bytes(page.diskFree)), page.folders.map(folder))),
    faults(page),
  ];
}

let diagnosis;

/** What doctor finds; it is asked for, since it loads all that it tries. */
export function doctor() {
  const root = h("div", null);
  const look = h("button", { type: "button", "data-key": "doctor", onclick: examine }, "Have a look");
  const show = () => swap(root, diagnosis
    ? table("What doctor finds", [{ name: "what" }, { name: "state" }, { name: "found", words: true }, { name: "what mends it", words: true }],
      diagnosis.findings.map(finding => [finding.name, h("span", { class: { ok: "tag good", missing: "tag bad" }[finding.state] ?? "tag" }, finding.state), finding.found, finding.mend ?? ""]))
    : h("p", { class: "soft" }, "Looks at this machine as ", h("code", null, "blockassist doctor"), " does; that takes some seconds."));
  async function examine() {
    look.disabled = true;
    look.textContent = "Looks …";
    try {
      diagnosis = await get("doctor");
      show();
    } catch (error) {
      swap(root, h("p", { class: "fault" }, error.message));
    }
    look.disabled = false;
    look.textContent = "Look again";
    look.focus();
  }
  show();
  return [root, h("p", { class: "row" }, look)];
}
