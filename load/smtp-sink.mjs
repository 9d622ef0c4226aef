// For load/workers.mjs and load/mail-outage.mjs: a mail server that takes every mail and remembers its Message-ID.
import { createServer } from 'node:net';

/** @param onMail called with the Message-ID and the subject of every mail that was taken */
export function smtpSink(onMail) {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    let inData = false;
    const say = (line) => socket.write(`${line}\r\n`);
    say('220 sink');
    socket.on('data', (data) => {
      text += data.toString('latin1');
      for (;;) {
        const end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          onMail(/^Message-ID: (\S+)/mi.exec(part)?.[1], /^Subject: (.*)$/mi.exec(part)?.[1]);
          say('250 taken');
        } else if (/^DATA/i.test(part)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(part)) {
          socket.end('221 bye\r\n');
        } else {
          say('250 ok');
        }
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  return {
    listen: (port) => new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); }),
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
