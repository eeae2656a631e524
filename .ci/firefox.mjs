// Use the built page in Firefox, which needs no driver: node .ci/firefox.mjs SITE MODULES
//
// SITE is what examples/pagina/build.py made; MODULES is a node_modules with puppeteer-core.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [site = "", modules = ""] = process.argv.slice(2);
const puppeteer = createRequire(path.resolve(modules, "_"))("puppeteer-core");
const serve = fileURLToPath(new URL("../examples/pagina/serve.py", import.meta.url));
const server = spawn("python3", ["-u", serve, site, "0"], { stdio: ["ignore", "pipe", "inherit"] });
const browser = await puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr" });
/** @type {string[]} */
const complaints = [];
try {
  const [said] = await new Promise(resolve => server.stdout.once("data", data => resolve(String(data).match(/http\S+/))));
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", message => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", error => complaints.push(error.message));
  const says = words => page.waitForFunction(words => document.body.innerText.includes(words), {}, words);
  const question = () => page.$eval("fieldset.answers", each => each.dataset.question);
  const kept = () => page.evaluate(() => JSON.parse(localStorage.samenwerkadvies).case);

  await page.goto(said);
  await page.locator("#naam").fill("Taalhuis");
  await page.keyboard.press("Enter");
  await says("Wie beantwoordt nu vragen?");
  await page.locator("a[href='#/vragen/gemeente']").click();
  for (let answers = 0; answers < 2; ) {
    await page.waitForSelector("fieldset.answers");
    const asked = await question();
    const choice = await page.$("fieldset.answers input[type=radio]");
    if (choice) {
      await choice.click();
      answers += 1;
    }
    await page.locator(choice ? "form button[type=submit]" : "form button[type=submit] + button").click();
    await page.waitForFunction(asked => document.querySelector("fieldset.answers")?.dataset.question !== asked, {}, asked);
  }
  const before = await kept();
  assert.equal(before.naam, "Taalhuis");
  assert.equal(Object.keys(before.feiten).length >= 2, true, JSON.stringify(before));

  await page.goto(`${said}#/advies`);
  await says("Gespreksblad");
  await page.reload();
  await says("Gespreksblad");
  assert.deepEqual(await kept(), before, "a reload lost something");
  await says("Deze pagina werkt nu ook zonder internet.");

  const press = async words => (await page.waitForSelector(`::-p-text(${words})`)).click();
  await page.goto(`${said}werkplaats.html`);
  await press("Begin met de rondleiding");
  await says("22 scenario's: 22 goed, 0 fout.");
  await press("Laat zien waar");
  await says("stap 2 van 7");
  await press("Laat zien waar");
  await page.keyboard.press("Backspace");
  await says("Bedoelde je: vast_moment?");
  await page.keyboard.type("t");
  await says("stap 4 van 7");
  await press("Doe het voor mij");
  await says("22 scenario's: 21 goed, 1 fout.");
  assert.deepEqual(complaints, [], "the browser complains");
  console.log(`${await browser.version()}: two answers, the advice, and a reload that keeps them; a rule broken and mended, a scenario that fails.`);
} finally {
  await browser.close();
  server.kill();
}
