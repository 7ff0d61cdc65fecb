#include "listening.h"

#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>

enum { SOCKETS_LOOKED_AT = 256 }; /* at the start there are a dozen */

static bool is_listening(int fd)
{
    int listening = 0;
    socklen_t size = sizeof(listening);
    return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) == 0 && listening;
}

static bool is_at(const struct sockaddr_storage *where, const char *address, uint16_t port)
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    uint8_t wanted[sizeof(struct in6_addr)];
    if (inet_pton(where->ss_family, address, wanted) != 1)
        return false;
    if (where->ss_family == AF_INET) {
        memcpy(&v4, where, sizeof(v4));
        return ntohs(v4.sin_port) == port && memcmp(&v4.sin_addr, wanted, 4) == 0;
    }
    memcpy(&v6, where, sizeof(v6));
    return ntohs(v6.sin6_port) == port && memcmp(&v6.sin6_addr, wanted, sizeof(wanted)) == 0;
}

bool rp_listens_at(const char *address, uint16_t port)
{
    for (int fd = 0; fd < SOCKETS_LOOKED_AT; fd++) {
        struct sockaddr_storage where = {0};
        socklen_t size = sizeof(where);
        if (is_listening(fd) && getsockname(fd, (struct sockaddr *)&where, &size) == 0 &&
            is_at(&where, address, port))
            return true;
    }
    return false;
}
