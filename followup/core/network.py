"""Where a request came from, to count how often somebody asks. It is not stored as it is."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """The address of the other end, of IPv6 the first of its network: one connection has 2⁶⁴ of those to take from."""
    address = _address_of(request)
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if not isinstance(read, IPv6Address):
        return address
    if read.ipv4_mapped is not None:
        return str(read.ipv4_mapped)
    return str(IPv6Network((read, 64), strict=False).network_address)


def _address_of(request: HttpRequest) -> str:
    """Behind a proxy the one that the proxy itself saw, which it puts last."""
    if settings.BEHIND_PROXY:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))
