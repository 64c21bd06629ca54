package probe

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Network is the network as the variables say: HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
func Network(lookup func(name string) (string, bool)) http.RoundTripper {
	return &http.Transport{
		Proxy:               proxies(lookup),
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS12},
		DisableKeepAlives:   true,
	}
}

// proxies returns what chooses the proxy of a request.
func proxies(lookup func(string) (string, bool)) func(*http.Request) (*url.URL, error) {
	get := func(name string) string {
		for _, n := range []string{name, strings.ToLower(name)} {
			if v, ok := lookup(n); ok && v != "" {
				return v
			}
		}
		return ""
	}
	return func(r *http.Request) (*url.URL, error) {
		proxy := get(strings.ToUpper(r.URL.Scheme) + "_PROXY")
		if proxy == "" || loopback(r.URL.Hostname()) || excepted(r.URL.Hostname(), get("NO_PROXY")) {
			return nil, nil
		}
		if !strings.Contains(proxy, "://") {
			proxy = "http://" + proxy
		}
		u, err := url.Parse(proxy)
		if err != nil {
			return nil, errors.New("the proxy's address is none") // the error would quote it, with its password
		}
		return u, nil
	}
}

// excepted reports whether NO_PROXY names a host, or a domain that it is in.
func excepted(host, list string) bool {
	for _, w := range strings.Split(list, ",") {
		w = strings.TrimPrefix(strings.TrimSpace(w), ".")
		if w == "*" || w != "" && (host == w || strings.HasSuffix(host, "."+w)) {
			return true
		}
	}
	return false
}

// failed says why nobody answered, in none of the error's own words: those quote addresses.
func failed(err error) reply {
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var record tls.RecordHeaderError
	var dns *net.DNSError
	switch {
	case errors.As(err, &unknown):
		return reply{outcome: Certificate, text: "the host's certificate is signed by nobody that this machine trusts"}
	case errors.As(err, &name):
		return reply{outcome: Certificate, text: "the host's certificate is for another name"}
	case errors.As(err, &invalid):
		if invalid.Reason == x509.Expired {
			return reply{outcome: Certificate, text: "the host's certificate has expired, or this machine's clock is wrong"}
		}
		return reply{outcome: Certificate, text: "the host's certificate is not valid"}
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return reply{outcome: NoRoute, text: "the host speaks no TLS at this port: write http:// for a plain server"}
	case errors.As(err, &dns):
		return reply{outcome: NoRoute, text: "there is no host of that name"}
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, refusedOnWindows):
		return reply{outcome: NoRoute, text: "nothing listens at this port"}
	case errors.Is(err, context.DeadlineExceeded), timedOut(err):
		return reply{outcome: NoRoute, text: "the host does not answer in time"}
	case errors.Is(err, context.Canceled):
		return reply{outcome: NotAsked, text: "interrupted"}
	}
	return reply{outcome: NoRoute, text: "there is no way to the host"}
}

// refusedOnWindows is WSAECONNREFUSED. syscall.ECONNREFUSED is a number of Go's own there, which no system call returns.
const refusedOnWindows = syscall.Errno(10061)

func timedOut(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}
