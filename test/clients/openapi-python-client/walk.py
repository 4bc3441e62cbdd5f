"""Drives the client that openapi-python-client makes through the walk."""

import io
import json
import os
import sys
import traceback
import uuid

sys.path.insert(0, os.environ["OUT"])

from gateway import AuthenticatedClient, Client  # noqa: E402
from gateway.api.authentication import get_current_user, login, logout, refresh_tokens, register  # noqa: E402
from gateway.api.conversations import (  # noqa: E402
    create_branch,
    create_conversation,
    create_message,
    get_conversation_settings,
    list_branch_messages,
    list_conversation_events,
    list_conversations,
    list_messages,
    update_conversation,
    update_conversation_settings,
)
from gateway.api.default import (  # noqa: E402
    create_clinical_context,
    create_folder,
    create_share_link,
    download_attachment,
    export_markdown,
    export_pdf,
    get_clinical_context,
    get_folder_tree,
    get_shared_conversation,
    upload_attachment,
)
from gateway import models  # noqa: E402
from gateway.types import File  # noqa: E402

BASE_URL = os.environ["GATEWAY_URL"]
EMAIL = f"walk-{uuid.uuid4()}@example.org"
PASSWORD = "a long enough passphrase"


def equal(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} instead of {expected!r}")


def step(name, work):
    try:
        value = work()
    except Exception:
        print(f"FAILED {name}", file=sys.stderr)
        traceback.print_exc()
        sys.exit(1)
    print(f"ok {name}", flush=True)
    return value


anonymous = Client(base_url=BASE_URL)
stale = AuthenticatedClient(base_url=BASE_URL, token="stale")


def registering():
    body = models.Registration(email=EMAIL, password=PASSWORD, full_name="Ada Lind")
    account = register.sync(client=stale, body=body)
    equal(account.user.role, models.UserRole.USER)
    return account


account = step("register", registering)
tokens = step("login", lambda: login.sync(client=stale, body=models.Login(email=EMAIL, password=PASSWORD)))


def refreshing():
    fresh = refresh_tokens.sync(client=stale, body=models.RefreshRequest(refresh_token=tokens.refresh_token))
    client = AuthenticatedClient(base_url=BASE_URL, token=fresh.access_token)
    equal(get_current_user.sync(client=client).id, account.user.id)
    return client


client = step("refresh", refreshing)


def conversing():
    created = create_conversation.sync(client=client, body=models.ConversationCreate(title="Ward round"))
    equal([each.id for each in list_conversations.sync(client=client, page_size=10).items], [created.id])
    return created.id


conversation = step("conversations", conversing)


def writing():
    created = create_message.sync(conversation, client=client, body=models.MessageCreate(content="Bed 4 is stable."))
    equal(len(list_messages.sync(conversation, client=client).items), 1)
    return created.message.id


message = step("messages", writing)


def failing():
    reply = create_conversation.sync_detailed(client=client, body=models.ConversationCreate(title=""))
    problem = reply.parsed
    equal((reply.status_code, problem.code), (422, models.ErrorCode.VALIDATION_FAILED))
    equal((problem.errors[0].in_, problem.errors[0].path), (models.ProblemErrorIn.BODY, "/title"))


step("problem", failing)


def branching():
    branch = create_branch.sync(conversation, client=client, body=models.BranchCreate(parent_message_id=message))
    shown = list_branch_messages.sync(conversation, branch.id, client=client)
    equal([each.shared for each in shown.items], [True])


step("branch", branching)


def setting():
    body = models.ConversationSettingsUpdate(temperature=0.5)
    update_conversation_settings.sync(conversation, client=client, body=body)
    equal(get_conversation_settings.sync(conversation, client=client).temperature, 0.5)


step("settings", setting)


def listening():
    types = [models.ConversationEventType.MESSAGE_CREATED, models.ConversationEventType.BRANCH_CREATED]
    page = list_conversation_events.sync(conversation, client=client, types=types)
    equal([each.type_ for each in page.items], types)
    http = client.get_httpx_client()
    path = f"/api/conversations/{conversation}/events"
    with http.stream("GET", path, headers={"accept": "text/event-stream"}) as reply:
        sent = {}
        for line in reply.iter_lines():
            if line == "" and "data" in sent:
                break
            name, _, value = line.partition(": ")
            sent[name] = value
    sent["data"] = json.loads(sent["data"])
    event = models.ConversationLogEvent.from_dict(sent)
    equal(event.data.type_, models.ConversationEventType.CONVERSATION_CREATED)


step("events", listening)


def filing():
    folder = create_folder.sync(client=client, body=models.FolderCreate(name="Ward"))
    body = models.ConversationUpdate(folder_id=folder.id)
    equal(update_conversation.sync(conversation, client=client, body=body).folder_id, folder.id)
    equal(len(get_folder_tree.sync(client=client).items), 1)


step("folders", filing)


def recording():
    body = models.ClinicalContextCreate(
        session_id=conversation, age=58, gender=models.Gender.FEMALE, problems=["asthma"]
    )
    created = create_clinical_context.sync(client=client, body=body)
    read = get_clinical_context.sync(created.id, client=client)
    equal((read.gender, read.age), (models.Gender.FEMALE, 58))


step("contexts", recording)


def attaching():
    file = File(payload=io.BytesIO(b"Bed 4: stable"), file_name="note.txt", mime_type="text/plain")
    created = upload_attachment.sync(message, client=client, body=models.AttachmentUpload(file=file))
    equal(download_attachment.sync(created.id, client=client).payload.read(), b"Bed 4: stable")


step("attachments", attaching)


def sharing():
    shared = create_share_link.sync(conversation, client=client, body=models.ShareLinkCreate())
    seen = get_shared_conversation.sync(shared.share_token, client=anonymous)
    equal(len(seen.messages.items), 1)
    body = models.ShareLinkCreate(allow_anonymous=False)
    closed = create_share_link.sync(conversation, client=client, body=body)
    equal(get_shared_conversation.sync_detailed(closed.share_token, client=anonymous).status_code, 401)
    equal(get_shared_conversation.sync_detailed(closed.share_token, client=client).status_code, 200)


step("share", sharing)


def exporting():
    equal("Bed 4 is stable." in export_markdown.sync(conversation, client=client), True)
    equal(export_pdf.sync(conversation, client=client).payload.read(5), b"%PDF-")


step("export", exporting)


def leaving():
    equal(logout.sync_detailed(client=client).status_code, 204)
    equal(get_current_user.sync_detailed(client=client).status_code, 401)


step("logout", leaving)
