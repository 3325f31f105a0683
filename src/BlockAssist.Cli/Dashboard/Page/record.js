// What is on record of what the node contributed, and who else did what.
import { act } from "./api.js";
import { count, empty, faults, h, number, table } from "./dom.js";
import { say } from "./toast.js";

const why = "Who says whether contributions are recorded needs the token of the dashboard.";
const said = { true: "What you contribute is recorded: digests alone, neither play nor names.", false: "Nothing that you contribute is recorded.", null: "You have not been asked yet; until then nothing is recorded." };

async function decide(records, again) {
  try {
    if (await act("consent", { records }, why)) {
      say(records ? "What you contribute is recorded from now on." : "Nothing more is recorded; what is on a chain stays there.");
    }
  } catch (error) {
    say(error.message);
  }
  again();
}

const choice = (page, again) => h("p", { class: "row", role: "group", "aria-label": "Whether contributions are recorded" },
  [[true, "Record"], [false, "Do not record"]].map(([value, name]) =>
    h("button", { type: "button", "data-key": `consent-${value}`, "aria-pressed": String(page.records === value), onclick: () => page.records === value || decide(value, again) }, name)));

// Amounts are in wei, and too long for a number.
const ether = wei => { const text = String(wei).padStart(19, "0"); return `${text.slice(0, -18)}.${text.slice(-18, -15)}`; };
const brief = hash => `${hash.slice(0, 10)}…`;

function outbox(page) {
  const { chain } = page;
  return [
    h("dl", { class: "facts" },
      h("dt", null, "Goes to"), h("dd", null, chain.chain),
      h("dt", null, "Account"), h("dd", null, chain.account ?? "none yet", chain.account ? { true: ", confirmed", false: ", not confirmed yet", null: "" }[chain.isConfirmed] : ""),
      h("dt", null, "Waiting"), h("dd", null, number(chain.queued)),
      h("dt", null, "On its way"), h("dd", null, number(chain.sent)),
      h("dt", null, "Landed"), h("dd", null, number(chain.landed)),
      chain.round !== null && [h("dt", null, "Round there"), h("dd", null, chain.round > 0 ? `${chain.round}, ${chain.phase.toLowerCase()}` : "none is open")],
      !chain.isFree && [h("dt", null, "Has"), h("dd", null, `${chain.balance} ether`)],
      chain.owed !== "0" && [h("dt", null, "Credit to claim"), h("dd", null, `${chain.owed} ether`)]),
    chain.trouble && h("p", { class: "trouble" }, chain.trouble),
    page.outbox.length > 0 && h("details", { "data-key": "outbox" },
      h("summary", null, `The last ${count(page.outbox.length, "contribution")} in the outbox`),
      table("The outbox", [{ name: "kind" }, { name: "digest" }, { name: "state" }, { name: "round", number: true }, { name: "block", number: true }, { name: "in the way", words: true }],
        page.outbox.map(line => [line.kind.toLowerCase(), h("code", null, brief(line.digest)), line.state.toLowerCase(), line.round ?? "", line.height ?? "", line.trouble ?? ""]), true)),
  ];
}

/** Consent and the outbox. */
export function chain(page, { again }) {
  return [h("p", null, said[page.records]), choice(page, again), page.chain ? outbox(page) : empty("Nothing has been contributed yet. What you played is, once you have said yes: `blockassist chain consent yes`, `blockassist chain send`"), faults(page)];
}

/** Who contributed what. */
export function leaderboard(page, { more }) {
  return page.total === 0
    ? empty("Nobody has contributed anything on the chain that this node uses: `blockassist chain status`")
    : [
      table("By credit, then by contributions", [{ name: "rank", number: true }, { name: "account" }, { name: "sessions", number: true }, { name: "training", number: true }, { name: "verifying", number: true }, { name: "clips", number: true }, { name: "rounds", number: true }, { name: "credit", number: true }],
        page.players.map(player => [player.rank ?? "", h("code", null, brief(player.account)), ...["sessions", "training", "verifying", "clips"].map(kind => number(player.contributions[kind])), number(player.rounds), ether(player.credit)])),
      h("p", { class: "small soft" }, `${count(page.total, "account")}, as of block ${page.upTo.seen ?? "none"}. Evidence of each credit: `, h("code", null, "blockassist chain leaderboard --player me")),
      more && h("p", null, h("button", { type: "button", "data-key": "more-players", onclick: more }, "Show more")),
    ];
}
