// Asks the node. The token is in memory only, and is asked for when something needs it.

let token = "";
const pictures = new Map();
const mostPictures = 200;

const headers = () => token ? { Authorization: `Bearer ${token}` } : {};

async function failure(response) {
  const said = await response.json().catch(() => ({}));
  return Object.assign(new Error([said.error ?? `the node answers ${response.status}`, said.advice].filter(Boolean).join(". ")), { status: response.status });
}

/** Asks somebody for the token; false if there is none to be had. */
export function askToken(why) {
  const dialog = document.getElementById("token");
  const text = document.getElementById("token-text");
  document.getElementById("token-why").textContent = why;
  text.value = "";
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    token = dialog.returnValue === "ok" ? text.value.trim() : token;
    text.value = "";
    resolve(dialog.returnValue === "ok");
  }, { once: true }));
}

let asking;

/** Gets something; where reading needs the token, asks for it. */
async function fetched(path, signal) {
  for (let tries = 0; ; tries++) {
    const response = await fetch(path, { headers: headers(), cache: "no-store", signal });
    if (response.ok) {
      return response;
    }
    if (response.status !== 401 || tries > 2) {
      throw await failure(response);
    }
    asking ??= askToken("Who is not at this machine needs the token to read.").finally(() => { asking = undefined; });
    if (!await asking) {
      throw await failure(response);
    }
  }
}

/** What the node says of a subject. */
export const get = async path => (await fetched(`/api/${path}`)).json();

/** Changes something, for who has the token. */
export async function act(path, body, why) {
  for (let tries = 0; ; tries++) {
    if (!token && !await askToken(why)) {
      return undefined;
    }
    const response = await fetch(`/api/${path}`, { method: "POST", headers: { ...headers(), "Content-Type": "application/json" }, body: JSON.stringify(body) });
    if (response.ok) {
      return response.json();
    }
    const error = await failure(response);
    if (response.status === 401) {
      token = "";
    }
    if (response.status !== 401 || tries > 2) {
      throw error;
    }
    why = "That was not it.";
  }
}

/** A picture as an address that an image can show. */
export async function picture(path) {
  if (!pictures.has(path)) {
    pictures.set(path, fetched(`/api/${path}`).then(response => response.blob()).then(blob => URL.createObjectURL(blob)));
    if (pictures.size > mostPictures) {
      const [oldest, made] = pictures.entries().next().value;
      pictures.delete(oldest);
      made.then(URL.revokeObjectURL, () => {});
    }
  }
  try {
    return await pictures.get(path);
  } catch (error) {
    pictures.delete(path);
    throw error;
  }
}

/** Hears what changes, for ever. */
export async function listen(changed, connected) {
  for (let wait = 1; ; wait = Math.min(30, wait * 2)) {
    try {
      const reader = (await fetched("/api/live")).body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) {
          break;
        }
        text += value;
        const events = text.split("\n\n");
        text = events.pop();
        for (const event of events) {
          const data = event.split("\n").find(line => line.startsWith("data: "))?.slice(6);
          if (event.includes("event: hello")) {
            wait = 1;
            connected(true);
          } else if (event.includes("event: changed") && data) {
            changed(JSON.parse(data));
          }
        }
      }
    } catch {
      // Tried again below.
    }
    connected(false);
    await new Promise(resolve => setTimeout(resolve, wait * 1000));
  }
}
