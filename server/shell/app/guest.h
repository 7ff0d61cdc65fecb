/* guest.h: a connection that has said hello: who it is, and how far it has been told its room.
 *
 * Owner    the app, by the connection's slot.
 */
#pragma once

#include "firm.h"
#include "log_brake.h"
#include "net.h"
#include "rp_visible.h"
#include "sign_ins.h"
#include "store.h"

struct rp_room;
struct rp_workshop;

/* Which link a guest came by. */
enum rp_guest_link { RP_LINK_NONE = 0, RP_LINK_TRAINEE, RP_LINK_CUSTOMER, RP_LINK_STAFF };

/* What a guest is in a workshop. */
enum rp_guest_role { RP_ROLE_MEMBER = 0, RP_ROLE_STAFF, RP_ROLE_PROJECTOR };

enum { RP_GUEST_TAB = 33, RP_TOKEN_TEXT = 33, RP_PIN_TEXT = 5 };

struct rp_guest {
    struct rp_conn_id conn; /* generation 0: nobody */
    bool greeted;
    bool slow_link; /* as last told */
    struct rp_log_brake refusals;
    char tab[RP_GUEST_TAB];
    enum rp_guest_link link;

    char firm[RP_FIRM_TEXT]; /* of staff, and of who came by a link; "": none */
    char address[RP_NET_ADDRESS_MAX];

    bool staff;
    enum rp_staff_role staff_role;
    char name[RP_STORE_NAME_MAX]; /* staff: what marks are signed with */
    struct rp_sign_in_id sign_in; /* generation 0: staff by a link, or no staff */
    char only[RP_ID_TEXT];        /* the one workshop of the invited; "": not invited */
    uint32_t invite;              /* that he came by, by number; 0: none */

    struct rp_workshop *workshop; /* NULL: in none */
    enum rp_guest_role role;      /* in it */
    uint16_t member;
    /* A member's new key and pin, until they are stored and told; "": told. */
    char key[RP_TOKEN_TEXT], pin[RP_PIN_TEXT];
    /* The room of which a member has seen so many events before he came back. */
    char knows[RP_ID_TEXT];
    uint32_t knows_n;

    struct rp_room *room; /* NULL: in none */
    struct rp_guest *next_in_room;
    struct rp_audience audience;
    bool waits;                /* its seat is on its way to the disk: it is told nothing yet */
    char token[RP_TOKEN_TEXT]; /* to be told with the seat, and then forgotten */
    uint32_t next;             /* the record to be told next, from 1 */
    uint32_t n;                /* visible events so far, as this guest counts them */
    uint32_t seen;             /* of them, those that it had before it came back */
    uint32_t recall;           /* the record to be recalled next; 0: none asked for */
    uint32_t recalled;
};
