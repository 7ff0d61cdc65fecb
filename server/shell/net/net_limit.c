#include <arpa/inet.h>
#include <string.h>

#include "log.h"
#include "net_private.h"

/* libwebsockets keeps for us, as opaque data of each socket, the address that it counts for. The
 * connection in it ends before it, and so may use that entry too. */

const char *rp_refused_name(enum rp_refused what)
{
    static const char *const names[RP_REFUSALS] = {
        [RP_REFUSED_SOCKETS] = "connections",
        [RP_REFUSED_ADDRESS_SOCKETS] = "address_connections",
        [RP_REFUSED_ADDRESS_HANDSHAKES] = "address_handshakes",
        [RP_REFUSED_GUESSES] = "guesses",
    };
    return names[what];
}

static bool refused(struct rp_net *net, enum rp_refused what)
{
    struct rp_log_brake *brake = &net->brakes.limits[what];
    net->counters.refused[what]++;
    if (rp_log_brake_lets(brake, RP_LOG_OF_ALL, (int64_t)uv_hrtime()))
        rp_log(RP_LOG_INFO, "refused", RP_TEXT("limit", rp_refused_name(what)),
               RP_NUMBER("left_out", rp_log_brake_told(brake)));
    return false;
}

/* Who is there. */

static bool is_in(const struct rp_networks *networks, const struct rp_address_key *key)
{
    for (size_t i = 0; i < networks->n; i++)
        if (rp_network_holds(&networks->at[i], key))
            return true;
    return false;
}

static bool is_proxy(const struct rp_net *net, const struct rp_address_key *key)
{
    return is_in(&net->proxies, key);
}

static enum rp_err add_networks(const char *const *given, struct rp_networks *networks)
{
    for (; given && *given && networks->n < RP_NETWORKS_MAX; given++) {
        if (rp_network_parse(*given, &networks->at[networks->n++]) == RP_OK)
            continue;
        rp_log(RP_LOG_ERROR, "network_unsound", RP_TEXT("given", *given),
               RP_TEXT("wanted", "an address or a network, such as 10.0.0.0/8"));
        return RP_ERR_RANGE;
    }
    return RP_OK;
}

enum rp_err rp_limit_set_networks(struct rp_net *net, const struct rp_net_options *options)
{
    static const char *const own[] = {"127.0.0.0/8", "::1", NULL};
    struct rp_networks proxies = {.n = 0}, readers = {.n = 0};
    enum rp_err err = add_networks(options->proxies, &proxies);
    if (err == RP_OK)
        err = add_networks(own, &readers);
    if (err == RP_OK)
        err = add_networks(options->metrics_readers, &readers);
    if (err != RP_OK)
        return err;
    net->proxies = proxies;
    net->readers = readers;
    return RP_OK;
}

static bool peer_of(int fd, struct rp_address_key *key)
{
    struct sockaddr_storage socket;
    socklen_t size = sizeof(socket);
    return getpeername(fd, (struct sockaddr *)&socket, &size) == 0 &&
           rp_address_of((const struct sockaddr *)&socket, key) == RP_OK;
}

/* Of "client, proxy, proxy" the last that is no proxy of ours: what stands before it anybody may
 * have written. False: none, or no address. */
static bool forwarded(const struct rp_net *net, struct lws *wsi, struct rp_address_key *key)
{
    char list[512];
    if (!rp_net_header(wsi, WSI_TOKEN_X_FORWARDED_FOR, list, sizeof(list)))
        return false;
    for (char *comma = list; *list; *comma = 0) {
        comma = strrchr(list, ',');
        char *word = comma ? comma + 1 : list;
        word += strspn(word, " \t");
        word[strcspn(word, " \t")] = 0;
        if (rp_address_parse(word, key) != RP_OK)
            return false;
        if (!is_proxy(net, key))
            return true;
        if (comma == NULL)
            return false;
    }
    return false;
}

static bool client_of(const struct rp_net *net, struct lws *wsi, struct rp_address_key *key)
{
    if (!peer_of(lws_get_socket_fd(wsi), key))
        return false;
    struct rp_address_key behind;
    if (is_proxy(net, key) && forwarded(net, wsi, &behind))
        *key = behind;
    return true;
}

void rp_limit_asker(const struct rp_net *net, struct lws *wsi, char text[RP_NET_ADDRESS_MAX])
{
    struct rp_address_key key;
    text[0] = 0;
    if (client_of(net, wsi, &key))
        inet_ntop(AF_INET6, key.bytes, text, RP_NET_ADDRESS_MAX);
}

bool rp_limit_is_reader(const struct rp_net *net, struct lws *wsi)
{
    struct rp_address_key key;
    return client_of(net, wsi, &key) && is_in(&net->readers, &key);
}

static struct rp_address *find(struct rp_net *net, const struct rp_address_key *key)
{
    return rp_addresses_find(net->addresses, key, (int64_t)uv_hrtime());
}

/* Sockets. */

bool rp_limit_lets_in(struct rp_net *net, int fd)
{
    struct rp_address_key key;
    if (net->tcp_sockets >= (uint32_t)net->limits.connections)
        return refused(net, RP_REFUSED_SOCKETS);
    if (!peer_of(fd, &key) || is_proxy(net, &key))
        return true;
    const struct rp_address *address = find(net, &key);
    if (address && address->sockets >= (uint32_t)net->limits.address_connections)
        return refused(net, RP_REFUSED_ADDRESS_SOCKETS);
    return true;
}

static void count(struct lws *wsi, struct rp_address *address)
{
    if (address)
        address->sockets++;
    lws_set_opaque_user_data(wsi, address);
}

void rp_limit_begin(struct rp_net *net, struct lws *wsi)
{
    struct rp_address_key key;
    net->tcp_sockets++;
    if (!peer_of(lws_get_socket_fd(wsi), &key) || is_proxy(net, &key))
        return;
    count(wsi, find(net, &key));
}

void rp_limit_end(struct rp_net *net, struct lws *wsi)
{
    struct rp_address *address = lws_get_opaque_user_data(wsi);
    if (net->tcp_sockets > 0)
        net->tcp_sockets--;
    if (address)
        address->sockets--;
    lws_set_opaque_user_data(wsi, NULL);
}

/* Upgrades. */

const struct rp_refusal *rp_limit_upgrade(struct rp_net *net, struct lws *wsi)
{
    static const struct rp_refusal many = {
        429, "429 Too Many Requests: this address opens too many connections; wait a little.\n"};
    struct rp_address_key key;
    struct rp_address *address = client_of(net, wsi, &key) ? find(net, &key) : NULL;
    bool counted = lws_get_opaque_user_data(wsi) != NULL;
    if (address == NULL)
        return NULL;
    if (!counted && address->sockets >= (uint32_t)net->limits.address_connections) {
        refused(net, RP_REFUSED_ADDRESS_SOCKETS);
        return &many;
    }
    const struct rp_rate_limit limit = {(uint32_t)net->limits.address_handshakes_per_second,
                                        (uint32_t)net->limits.address_handshakes_burst};
    if (rp_rate_take(&address->handshakes, limit, (int64_t)uv_hrtime()))
        return NULL;
    refused(net, RP_REFUSED_ADDRESS_HANDSHAKES);
    return &many;
}

/* What comes through a proxy has not been counted for anybody until now. */
struct rp_address *rp_limit_address(struct rp_net *net, struct lws *wsi,
                                    char text[RP_NET_ADDRESS_MAX])
{
    struct rp_address_key key;
    text[0] = 0;
    if (!client_of(net, wsi, &key))
        return NULL;
    inet_ntop(AF_INET6, key.bytes, text, RP_NET_ADDRESS_MAX);
    if (lws_get_opaque_user_data(wsi) == NULL)
        count(wsi, find(net, &key));
    return lws_get_opaque_user_data(wsi);
}

/* Guesses. */

static const int64_t minute_ns = 60 * (int64_t)1000000000;

static bool take_guess(struct rp_net *net, struct rp_address *address, bool peek)
{
    int64_t now_ns = (int64_t)uv_hrtime();
    struct rp_rate all = net->guesses, own = address->guesses;
    bool known = rp_address_is_known(address, now_ns);
    int32_t most = known ? net->limits.failures_per_minute_known : net->limits.failures_per_minute;
    int32_t in_all = net->limits.failures_per_minute_in_all;
    bool free = rp_rate_take_slow(&own, minute_ns / most, (uint32_t)most, now_ns) &&
                (known || rp_rate_take_slow(&all, minute_ns / in_all, (uint32_t)in_all, now_ns));
    if (free && !peek) {
        address->guesses = own;
        net->guesses = all;
    }
    return free ? true : refused(net, RP_REFUSED_GUESSES);
}

static struct rp_address *address_of(const struct rp_net *net, struct rp_conn_id id)
{
    struct rp_conn *conn = rp_conn_find(net, id);
    return conn ? conn->address : NULL;
}

bool rp_net_may_guess(struct rp_net *net, struct rp_conn_id id)
{
    struct rp_address *address = address_of(net, id);
    return address == NULL || take_guess(net, address, true);
}

bool rp_net_guessed_wrong(struct rp_net *net, struct rp_conn_id id)
{
    struct rp_address *address = address_of(net, id);
    return address == NULL || take_guess(net, address, false);
}

void rp_net_guessed_right(struct rp_net *net, struct rp_conn_id id)
{
    struct rp_address *address = address_of(net, id);
    if (address)
        address->seated_ns = (int64_t)uv_hrtime();
}
