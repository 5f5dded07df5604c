"""Answers `!echo words` with the words."""

from maubot import MessageEvent, Plugin
from maubot.handlers import command


class Echo(Plugin):
    @command.new("echo")
    @command.argument("words", pass_raw=True, required=False)
    async def echo(self, event: MessageEvent, words: str) -> None:
        await event.reply(words)
