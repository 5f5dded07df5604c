"""A hostile member: sends encrypted payloads without a type, with wrong types, and not decryptable at all."""

import asyncio
import sys
import tempfile

from uuid import uuid4

from nio import Api, AsyncClient, AsyncClientConfig, EnableEncryptionBuilder, RoomMessageNotice, RoomPreset, RoomSendResponse

homeserver, account, bot = sys.argv[1:4]


async def main():
    settings = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
    client = AsyncClient(homeserver, account, store_path=tempfile.mkdtemp(), config=settings)
    await client.login("secret")
    await client.sync(timeout=0, full_state=True)
    if client.should_upload_keys:
        await client.keys_upload()
    heard = asyncio.Event()

    async def on_notice(_room, _event):
        heard.set()

    client.add_event_callback(on_notice, RoomMessageNotice)
    made = await client.room_create(
        preset=RoomPreset.private_chat, invite=[bot], initial_state=[EnableEncryptionBuilder().as_dict()]
    )
    listening = asyncio.create_task(client.sync_forever(timeout=5000))
    await asyncio.wait_for(heard.wait(), 60)
    room = made.room_id
    # Shares the room key with the bot, so that what follows can be decrypted.
    message = {"msgtype": "m.text", "body": "hoi"}
    await client.room_send(room, "m.room.message", message, ignore_unverified_devices=True)
    print("in the room", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)

    async def send_as_it_is(content):
        method, path, data = Api.room_send(client.access_token, room, "m.room.encrypted", content, uuid4())
        sent = await client._send(RoomSendResponse, method, path, data, response_data=(room,))
        assert isinstance(sent, RoomSendResponse), sent

    payloads = [
        {"content": {"body": "no type"}, "room_id": room},
        {"type": 7, "content": {"body": "a number for a type"}, "room_id": room},
        {"type": "m.room.message", "content": "no object", "room_id": room},
        {"type": "m.room.message", "content": {"msgtype": "m.text", "body": ["no text"]}, "room_id": room},
        {"type": "m.room.power_levels", "state_key": "", "content": {"users": {account: 100}}, "room_id": room},
    ]
    for payload in payloads:
        await send_as_it_is(client.olm.group_encrypt(room, payload))
    algorithm = "m.megolm.v1.aes-sha2"
    await send_as_it_is({"algorithm": algorithm, "ciphertext": "AAAA", "session_id": "x", "sender_key": "y"})
    await send_as_it_is({"algorithm": algorithm, "ciphertext": 7})
    print("forged", flush=True)
    listening.cancel()
    await client.close()


asyncio.run(main())
