import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// Sends the bytes of a file for every request, without thinking: the most one core can do.
const [port = "", file = ""] = process.argv.slice(2);
const body = readFileSync(file);

createServer((request, response) => {
  request.resume().on("end", () => {
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
  });
}).listen(Number(port), "127.0.0.1");
