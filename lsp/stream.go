package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/autogenlint/autogenlint/internal/crash"
)

// maxMessage is the size of the largest message that is read.
const maxMessage = 128 << 20

// maxHeader is the length of the longest line of a header.
const maxHeader = 8 << 10

// lengthHeader begins the header that tells a message's length.
const lengthHeader = "content-length:"

// passedOver is a notification of our own. It takes the place of a message that was too large to be read.
const passedOver = "$/autogenlint.passedOver"

// A stream is a jsonrpc2.ObjectStream that outlives what is no message: it answers that with an error and reads on. Only the end
// of its input ends it.
type stream struct {
	in  *bufio.Reader
	out io.Writer
	end io.Closer
	log func(string)

	mu sync.Mutex
}

func newStream(rwc io.ReadWriteCloser, log func(string)) *stream {
	return &stream{in: bufio.NewReaderSize(rwc, 64<<10), out: rwc, end: rwc, log: log}
}

// Close implements jsonrpc2.ObjectStream.
func (s *stream) Close() error { return s.end.Close() }

// WriteObject implements jsonrpc2.ObjectStream.
func (s *stream) WriteObject(obj any) error {
	body, err := json.Marshal(obj)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err = s.out.Write(append(fmt.Appendf(nil, "Content-Length: %d\r\n\r\n", len(body)), body...))
	return err
}

// ReadObject implements jsonrpc2.ObjectStream.
func (s *stream) ReadObject(v any) (err error) {
	defer crash.Into(&err)
	for {
		n, err := s.header()
		if err != nil {
			return err
		}
		if n > maxMessage {
			if _, err := io.CopyN(io.Discard, s.in, int64(n)); err != nil {
				return err
			}
			s.refuse(nil, codeInvalidRequest, "a message is too large")
			return json.Unmarshal([]byte(`{"jsonrpc":"2.0","method":"`+passedOver+`"}`), v)
		}
		body := make([]byte, n)
		if _, err := io.ReadFull(s.in, body); err != nil {
			return err
		}
		if !json.Valid(body) {
			s.refuse(nil, codeParseError, "a message is not JSON")
			continue
		}
		if err := json.Unmarshal(body, v); err != nil {
			s.refuse(body, codeInvalidRequest, "a message is neither a request nor a response")
			continue
		}
		return nil
	}
}

// header reads up to the blank line before a message, and returns the message's length. Lines that are no header are passed over.
func (s *stream) header() (length int, err error) {
	length = -1
	for {
		line, err := s.headerLine()
		if err != nil {
			return 0, err
		}
		if line == "" && length >= 0 {
			return length, nil
		}
		// Whatever stands before it on the line is the rest of something that was cut short.
		at := lastFold(line, lengthHeader)
		switch {
		case line == "":
		case at < 0 && !strings.Contains(line, ":"):
			s.log("a line that is no header was passed over")
		case at >= 0:
			if n, err := strconv.Atoi(strings.TrimSpace(line[at+len(lengthHeader):])); err == nil && n >= 0 {
				length = n
			}
		}
	}
}

// lastFold returns where s holds word last, in whatever case, or -1. Of bytes that are no text, lower case has another length.
func lastFold(s, word string) int {
	for at := len(s) - len(word); at >= 0; at-- {
		if strings.EqualFold(s[at:at+len(word)], word) {
			return at
		}
	}
	return -1
}

// headerLine reads one line, without its end. The rest of one that is too long is passed over.
func (s *stream) headerLine() (string, error) {
	var sb strings.Builder
	for {
		part, err := s.in.ReadSlice('\n')
		if sb.Len() < maxHeader {
			sb.Write(part)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil:
			return "", err
		default:
			return strings.TrimRight(sb.String(), "\r\n"), nil
		}
	}
}

// refuse answers a message that is none.
func (s *stream) refuse(body []byte, code int64, why string) {
	s.log(why)
	var m struct {
		ID     json.RawMessage `json:"id"`
		Method json.RawMessage `json:"method"`
	}
	if json.Unmarshal(body, &m) == nil && m.ID == nil && m.Method != nil {
		return // a notification has no answer
	}
	if m.ID == nil {
		m.ID = json.RawMessage("null")
	}
	err := s.WriteObject(struct {
		Version string          `json:"jsonrpc"`
		ID      json.RawMessage `json:"id"`
		Error   jsonrpc2.Error  `json:"error"`
	}{"2.0", m.ID, jsonrpc2.Error{Code: code, Message: why}})
	if err != nil {
		s.log("an answer could not be written")
	}
}
