"""Lists come in bounded pages: `?limit=20&offset=40`."""

from typing import Any

from rest_framework import serializers
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request
from rest_framework.response import Response


class PageQuery(serializers.Serializer):
    """The query of a list; what is out of bounds is refused, not bent."""

    limit = serializers.IntegerField(min_value=1, max_value=100, default=20)
    offset = serializers.IntegerField(min_value=0, max_value=2**31 - 1, default=0)


class BoundedPagination(LimitOffsetPagination):
    """A page is `{"count", "limit", "offset", "results"}`."""

    def get_limit(self, request: Request) -> int:
        return self._query(request)["limit"]

    def get_offset(self, request: Request) -> int:
        return self._query(request)["offset"]

    def get_paginated_response(self, data: list[dict[str, Any]]) -> Response:
        return Response(
            {"count": self.count, "limit": self.limit, "offset": self.offset, "results": data}
        )

    def _query(self, request: Request) -> dict[str, int]:
        query = PageQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        return query.validated_data
