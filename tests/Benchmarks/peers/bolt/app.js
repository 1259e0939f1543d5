// A minimal Bolt app that answers /idea list, written as Bolt's documentation shows it: what AsyncBot is measured against.
const { App, HTTPReceiver, LogLevel } = require('@slack/bolt');

const ideas = JSON.parse(process.env.IDEAS).map((text, at) => ({ number: at + 1, text, author: 'U0ANA', votes: 0 }));

const receiver = new HTTPReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET, endpoints: '/slack/commands', logLevel: LogLevel.ERROR });
const app = new App({ receiver, logLevel: LogLevel.ERROR, authorize: async () => ({ botToken: 'xoxb-none', botId: 'B0BOT', botUserId: 'U0BOT' }) });

app.command('/idea', ({ ack }) => ack({
  response_type: 'ephemeral',
  blocks: ideas.map(({ number, text, author, votes }) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: `#${number} ${text} — <@${author}>, ${votes === 0 ? 'no votes yet' : `${votes} votes`}` },
    accessory: { type: 'button', text: { type: 'plain_text', text: 'Vote' }, action_id: 'vote', value: String(number) },
  })).reverse(),
}));

app.start({ port: Number(process.env.PORT), host: '127.0.0.1' }).then(() => console.log(`http://127.0.0.1:${process.env.PORT}`));
