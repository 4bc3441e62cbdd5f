"""FastAPI with pydantic models for requests and answers, as its manual has it."""

import json
import os
import re
from datetime import datetime, timezone
from typing import Annotated, Any, Literal
from uuid import UUID

import jwt
from fastapi import Depends, FastAPI, HTTPException, Path, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

SECRET = os.environ.get("BENCH_SECRET", "")
MEASURED = {"getHealth", "listConversations", "createMessage"}


class Health(BaseModel):
    status: str
    version: str
    timestamp: datetime


class Conversation(BaseModel):
    id: UUID
    title: str
    folder_id: UUID | None
    archived: bool
    message_count: int
    last_message_preview: str | None
    last_message_at: datetime | None
    created_at: datetime
    updated_at: datetime


class ConversationPage(BaseModel):
    items: list[Conversation] = Field(max_length=100)
    page_size: int
    total: int
    next_cursor: str | None
    page: int | None = None


class MessageCreate(BaseModel):
    model_config = ConfigDict(extra="forbid")
    role: Literal["user", "system"] = "user"
    content: str = Field(min_length=1, max_length=100_000)
    branch_id: str = Field(default="main", pattern=r"^(main|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$")
    parent_message_id: UUID | None = None
    client_message_id: str | None = Field(default=None, min_length=1, max_length=128, pattern=r"^[A-Za-z0-9._:-]+$")
    reply: bool = False
    clinical_context_id: UUID | None = None
    metadata: dict[str, Any] = Field(default_factory=dict)


class Message(BaseModel):
    id: UUID
    conversation_id: UUID
    branch_id: str
    parent_message_id: UUID | None
    role: Literal["user", "assistant", "system"]
    content: str
    client_message_id: str | None
    citations: list[dict[str, Any]]
    metadata: dict[str, Any]
    model: str | None
    token_usage: dict[str, int] | None
    created_at: datetime
    updated_at: datetime
    edited_at: datetime | None
    etag: str


class MessageCreated(BaseModel):
    message: Message


def number(value: int) -> str:
    return f"0192f3c5-1c30-7e5a-9f77-{value:012d}"


NOW = datetime(2026, 3, 2, 8, 20, tzinfo=timezone.utc)
PAGE = ConversationPage(
    items=[
        Conversation(
            id=UUID(number(i)),
            title=f"Ward round {i}, beds 1 to 12 and the new admissions",
            folder_id=None if i % 3 == 0 else UUID(number(1000 + i)),
            archived=i % 5 == 0,
            message_count=i * 7,
            last_message_preview="Bed 4 is stable; potassium is to be checked again at six, the family has been told.",
            last_message_at=NOW,
            created_at=datetime(2026, 3, 2, 8, 16, tzinfo=timezone.utc),
            updated_at=NOW,
        )
        for i in range(20)
    ],
    page_size=20,
    total=340,
    next_cursor=None,
    page=1,
)

scheme = HTTPBearer()


async def check_token(credentials: Annotated[HTTPAuthorizationCredentials, Depends(scheme)]) -> None:
    try:
        jwt.decode(
            credentials.credentials,
            SECRET,
            algorithms=["HS256"],
            issuer="voiceassist-gateway",
            audience="voiceassist-api",
        )
    except jwt.InvalidTokenError as error:
        raise HTTPException(status_code=401) from error


guards = [Depends(check_token)] if os.environ.get("BENCH_BEARER") == "on" else []
app = FastAPI(dependencies=guards)


@app.get("/health")
async def get_health() -> Health:
    return Health(status="healthy", version="0.1.0", timestamp=datetime.now(timezone.utc))


@app.get("/api/conversations")
async def list_conversations(
    cursor: Annotated[str | None, Query(max_length=512)] = None,
    page: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    page_size: Annotated[int, Query(ge=1, le=100)] = 20,
    archived: bool | None = None,
    folder_id: UUID | None = None,
    search: Annotated[str | None, Query(min_length=1, max_length=200)] = None,
) -> ConversationPage:
    return PAGE


@app.post("/api/conversations/{conversation_id}/messages", status_code=201)
async def create_message(conversation_id: Annotated[UUID, Path()], body: MessageCreate) -> MessageCreated:
    return MessageCreated(
        message=Message(
            id=UUID(number(7)),
            conversation_id=conversation_id,
            branch_id=body.branch_id,
            parent_message_id=body.parent_message_id,
            role=body.role,
            content=body.content,
            client_message_id=body.client_message_id,
            citations=[],
            metadata=body.metadata,
            model=None,
            token_usage=None,
            created_at=NOW,
            updated_at=NOW,
            edited_at=None,
            etag='W/"1"',
        )
    )


async def not_built(request: Request) -> None:
    raise HTTPException(status_code=501)


with open(os.environ["BENCH_CONTRACT"], encoding="utf-8") as file:
    contract = json.load(file)
for path, item in contract["paths"].items():
    for method, operation in item.items():
        if method in {"get", "put", "post", "delete", "patch"} and operation["operationId"] not in MEASURED:
            app.add_api_route(path, not_built, methods=[method.upper()], name=re.sub(r"\W", "_", operation["operationId"]))
