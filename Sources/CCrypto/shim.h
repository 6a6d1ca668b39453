// As of OpenSSL 1.1.1: the calls that keep a hash as a plain value, and look for no provider at run time.
#define OPENSSL_API_COMPAT 10101
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
