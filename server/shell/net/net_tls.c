#include <openssl/ssl.h>
#include <string.h>

#include "log.h"
#include "net_private.h"

/* What TLS 1.2 may use: forward secrecy and authenticated ciphers. TLS 1.3 has nothing else. */
#define CIPHERS "ECDHE+AESGCM:ECDHE+CHACHA20"

static bool put(SSL_CTX *ssl, const struct rp_net_options *options)
{
    return SSL_CTX_use_certificate_chain_file(ssl, options->tls_certificate) == 1 &&
           SSL_CTX_use_PrivateKey_file(ssl, options->tls_key, SSL_FILETYPE_PEM) == 1 &&
           SSL_CTX_check_private_key(ssl) == 1;
}

enum rp_err rp_tls_check(const struct rp_net_options *options)
{
    if (!rp_tls_is_wanted(options))
        return RP_OK;
    SSL_CTX *trial = SSL_CTX_new(TLS_server_method());
    bool sound = trial && put(trial, options);
    SSL_CTX_free(trial);
    if (!sound)
        rp_log(RP_LOG_ERROR, "certificate_unsound",
               RP_TEXT("certificate", options->tls_certificate), RP_TEXT("key", options->tls_key),
               RP_TEXT("wanted", "two PEM files that can be read and belong together"));
    return sound ? RP_OK : RP_ERR_IO;
}

void rp_tls_prepare(struct lws_context_creation_info *info, const struct rp_net_options *options)
{
    if (!rp_tls_is_wanted(options))
        return;
    info->options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
    info->ssl_cert_filepath = options->tls_certificate;
    info->ssl_private_key_filepath = options->tls_key;
    info->ssl_cipher_list = CIPHERS;
    info->ssl_options_set =
        (long)(SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_RENEGOTIATION |
               SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE);
}

void rp_tls_made(struct rp_net *net, void *ssl)
{
    net->ssl = ssl;
    SSL_CTX_set_min_proto_version(net->ssl, TLS1_2_VERSION);
}

/* Connections that are open keep the certificate with which they began. */
enum rp_err rp_tls_reload(struct rp_net *net, const struct rp_net_options *options)
{
    if (net->ssl == NULL || !rp_tls_is_wanted(options))
        return RP_OK;
    return put(net->ssl, options) ? RP_OK : RP_ERR_IO;
}
