module gateway.example/clients/ogen

go 1.26.0

require github.com/ogen-go/ogen v1.24.0
