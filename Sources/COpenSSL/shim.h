// The part of libcrypto that `ReleaseSigning` calls. No macro that Swift cannot import is needed:
// every call below is a plain function of OpenSSL 3.0.
#ifndef RELEASE_COPENSSL_SHIM_H
#define RELEASE_COPENSSL_SHIM_H

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#endif
