#include "close_codes.h"

const char *rp_close_name(uint16_t code)
{
    switch (code) {
    case RP_CLOSE_GOING_AWAY:
        return "going_away";
    case RP_CLOSE_BAD_FRAME:
        return "bad_frame";
    case RP_CLOSE_HELLO_TIMEOUT:
        return "hello_timeout";
    case RP_CLOSE_BAD_VERSION:
        return "bad_version";
    case RP_CLOSE_REFUSED:
        return "refused";
    case RP_CLOSE_NOT_FOUND:
        return "not_found";
    case RP_CLOSE_FRAME_TIMEOUT:
        return "frame_timeout";
    case RP_CLOSE_SILENT:
        return "silent";
    case RP_CLOSE_SLOW_READER:
        return "slow_reader";
    case RP_CLOSE_RATE_LIMITED:
        return "rate_limited";
    case RP_CLOSE_REPLACED:
        return "replaced";
    case RP_CLOSE_SIGNED_OUT:
        return "signed_out";
    case RP_CLOSE_TOO_MANY:
        return "too_many";
    case RP_CLOSE_TOO_LARGE:
        return "too_large";
    default:
        return "closed";
    }
}
