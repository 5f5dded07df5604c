"""Asks the bot one thing in an encrypted room and prints what it answers."""

import asyncio
import sys
import tempfile

from nio import AsyncClient, AsyncClientConfig, EnableEncryptionBuilder, RoomMessageNotice, RoomPreset

homeserver, account, bot = sys.argv[1:4]


async def main():
    settings = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
    client = AsyncClient(homeserver, account, store_path=tempfile.mkdtemp(), config=settings)
    await client.login("secret")
    await client.sync(timeout=0, full_state=True)
    if client.should_upload_keys:
        await client.keys_upload()
    heard = asyncio.Queue()

    async def on_notice(_room, event):
        await heard.put(event)

    client.add_event_callback(on_notice, RoomMessageNotice)
    made = await client.room_create(
        preset=RoomPreset.private_chat, invite=[bot], initial_state=[EnableEncryptionBuilder().as_dict()]
    )
    listening = asyncio.create_task(client.sync_forever(timeout=5000))
    introduction = await asyncio.wait_for(heard.get(), 60)
    assert introduction.decrypted, "the introduction came encrypted"
    content = {"msgtype": "m.text", "body": "!interventie huisbezoek"}
    await client.room_send(made.room_id, "m.room.message", content, ignore_unverified_devices=True)
    answer = await asyncio.wait_for(heard.get(), 60)
    assert answer.decrypted, "the answer came encrypted"
    print(answer.body)
    listening.cancel()
    await client.close()


asyncio.run(main())
