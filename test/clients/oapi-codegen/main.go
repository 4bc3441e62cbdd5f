// Drives the client that oapi-codegen makes through the walk.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"os"
	"reflect"
	"strings"

	"gateway.example/clients/oapi-codegen/gateway"
	"github.com/google/uuid"
	"github.com/oapi-codegen/runtime/types"
)

var ctx = context.Background()

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// there gives a value that has to be in an answer.
func there[T any](value *T, body []byte) T {
	if value == nil {
		panic("the answer has another form: " + string(body))
	}
	return *value
}

func equal(actual, expected any) {
	if !reflect.DeepEqual(actual, expected) {
		panic(fmt.Sprintf("%v instead of %v", actual, expected))
	}
}

func of[T any](value T) *T { return &value }

func step(name string, work func()) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(os.Stderr, "FAILED %s: %v\n", name, fault)
			os.Exit(1)
		}
	}()
	work()
	fmt.Println("ok " + name)
}

func main() {
	baseURL := os.Getenv("GATEWAY_URL")
	token := "stale"
	authorize := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+token)
		return nil
	}
	client := must(gateway.NewClientWithResponses(baseURL, gateway.WithRequestEditorFn(authorize)))
	anonymous := must(gateway.NewClientWithResponses(baseURL))
	email := types.Email("walk-" + uuid.NewString() + "@example.org")
	password := "a long enough passphrase"
	var account gateway.RegisteredAccount
	var tokens gateway.TokenPair
	var conversation, message gateway.Uuid

	step("register", func() {
		body := gateway.Registration{Email: email, Password: password, FullName: of("Ada Lind")}
		reply := must(client.RegisterWithResponse(ctx, nil, body))
		account = there(reply.JSON201, reply.Body)
		equal(account.User.Role, gateway.UserRoleUser)
	})
	step("login", func() {
		reply := must(client.LoginWithResponse(ctx, gateway.Login{Email: email, Password: password}))
		tokens = there(reply.JSON200, reply.Body)
	})
	step("refresh", func() {
		body := gateway.RefreshRequest{RefreshToken: tokens.RefreshToken}
		reply := must(client.RefreshTokensWithResponse(ctx, body))
		token = there(reply.JSON200, reply.Body).AccessToken
		me := must(client.GetCurrentUserWithResponse(ctx))
		equal(there(me.JSON200, me.Body).Id, account.User.Id)
	})
	step("conversations", func() {
		body := gateway.ConversationCreate{Title: of("Ward round")}
		reply := must(client.CreateConversationWithResponse(ctx, nil, body))
		conversation = there(reply.JSON201, reply.Body).Id
		list := must(client.ListConversationsWithResponse(ctx, &gateway.ListConversationsParams{PageSize: of(int32(10))}))
		equal(there(list.JSON200, list.Body).Items[0].Id, conversation)
	})
	step("messages", func() {
		body := gateway.MessageCreate{Content: "Bed 4 is stable."}
		reply := must(client.CreateMessageWithResponse(ctx, conversation, nil, body))
		message = there(reply.JSON201, reply.Body).Message.Id
		list := must(client.ListMessagesWithResponse(ctx, conversation, nil))
		equal(len(there(list.JSON200, list.Body).Items), 1)
	})
	step("problem", func() {
		reply := must(client.CreateConversationWithResponse(ctx, nil, gateway.ConversationCreate{Title: of("")}))
		problem := there(reply.ApplicationproblemJSON422, reply.Body)
		equal(problem.Code, gateway.ErrorCodeValidationFailed)
		violation := (*problem.Errors)[0]
		equal([]string{string(violation.In), violation.Path}, []string{"body", "/title"})
	})
	step("branch", func() {
		reply := must(client.CreateBranchWithResponse(ctx, conversation, nil, gateway.BranchCreate{ParentMessageId: message}))
		branch := there(reply.JSON201, reply.Body).Id
		list := must(client.ListBranchMessagesWithResponse(ctx, conversation, branch, nil))
		equal(there(list.JSON200, list.Body).Items[0].Shared, true)
	})
	step("settings", func() {
		body := gateway.ConversationSettingsUpdate{Temperature: of(0.5)}
		must(client.UpdateConversationSettingsWithResponse(ctx, conversation, nil, body))
		reply := must(client.GetConversationSettingsWithResponse(ctx, conversation, nil))
		equal(*there(reply.JSON200, reply.Body).Temperature, 0.5)
	})
	step("events", func() { listen(client, conversation) })
	step("folders", func() {
		reply := must(client.CreateFolderWithResponse(ctx, nil, gateway.FolderCreate{Name: "Ward"}))
		folder := there(reply.JSON201, reply.Body).Id
		moved := must(client.UpdateConversationWithResponse(ctx, conversation, nil, gateway.ConversationUpdate{FolderId: &folder}))
		equal(*there(moved.JSON200, moved.Body).FolderId, folder)
		tree := must(client.GetFolderTreeWithResponse(ctx))
		equal(len(there(tree.JSON200, tree.Body).Items), 1)
	})
	step("contexts", func() {
		body := gateway.ClinicalContextCreate{
			SessionId: &conversation, Age: of(int32(58)), Gender: of(gateway.GenderFemale), Problems: &[]string{"asthma"},
		}
		reply := must(client.CreateClinicalContextWithResponse(ctx, nil, body))
		read := must(client.GetClinicalContextWithResponse(ctx, there(reply.JSON201, reply.Body).Id, nil))
		equal(*there(read.JSON200, read.Body).Gender, gateway.GenderFemale)
	})
	step("attachments", func() {
		var form bytes.Buffer
		writer := multipart.NewWriter(&form)
		part := must(writer.CreateFormFile("file", "note.txt"))
		must(part.Write([]byte("Bed 4: stable")))
		writer.Close()
		reply := must(client.UploadAttachmentWithBodyWithResponse(ctx, message, nil, writer.FormDataContentType(), &form))
		attachment := there(reply.JSON201, reply.Body).Id
		file := must(client.DownloadAttachmentWithResponse(ctx, attachment, nil))
		equal(string(file.Body), "Bed 4: stable")
	})
	step("share", func() {
		reply := must(client.CreateShareLinkWithResponse(ctx, conversation, nil, gateway.ShareLinkCreate{}))
		open := there(reply.JSON201, reply.Body).ShareToken
		seen := must(anonymous.GetSharedConversationWithResponse(ctx, open, nil))
		equal(len(there(seen.JSON200, seen.Body).Messages.Items), 1)
		closed := must(client.CreateShareLinkWithResponse(ctx, conversation, nil, gateway.ShareLinkCreate{AllowAnonymous: of(false)}))
		known := there(closed.JSON201, closed.Body).ShareToken
		equal(must(anonymous.GetSharedConversationWithResponse(ctx, known, nil)).StatusCode(), http.StatusUnauthorized)
		equal(must(client.GetSharedConversationWithResponse(ctx, known, nil)).StatusCode(), http.StatusOK)
	})
	step("export", func() {
		markdown := must(client.ExportMarkdownWithResponse(ctx, conversation, nil))
		equal(strings.Contains(string(markdown.Body), "Bed 4 is stable."), true)
		pdf := must(client.ExportPdfWithResponse(ctx, conversation, nil))
		equal(string(pdf.Body[:5]), "%PDF-")
	})
	step("logout", func() {
		equal(must(client.LogoutWithResponse(ctx)).StatusCode(), http.StatusNoContent)
		equal(must(client.GetCurrentUserWithResponse(ctx)).StatusCode(), http.StatusUnauthorized)
	})
}

func listen(client *gateway.ClientWithResponses, conversation gateway.Uuid) {
	wanted := []gateway.ConversationEventType{gateway.ConversationEventTypeMessageCreated, gateway.ConversationEventTypeBranchCreated}
	list := must(client.ListConversationEventsWithResponse(ctx, conversation, &gateway.ListConversationEventsParams{Types: &wanted}))
	for i, item := range there(list.JSON200, list.Body).Items {
		equal(item.Type, wanted[i])
	}
	asStream := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Accept", "text/event-stream")
		return nil
	}
	inner := client.ClientInterface.(*gateway.Client)
	reply := must(inner.ListConversationEvents(ctx, conversation, nil, asStream))
	defer reply.Body.Close()
	sent := map[string]any{}
	lines := bufio.NewScanner(reply.Body)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), ": ")
		if name == "" && sent["data"] != nil {
			break
		}
		if name == "data" {
			sent[name] = json.RawMessage(value)
		} else {
			sent[name] = value
		}
	}
	var event gateway.ConversationStreamEvent
	if err := json.Unmarshal(must(json.Marshal(sent)), &event); err != nil {
		panic(err)
	}
	chosen := must(event.ValueByDiscriminator())
	equal(chosen.(gateway.ConversationLogEvent).Data.Type, gateway.ConversationEventTypeConversationCreated)
}
