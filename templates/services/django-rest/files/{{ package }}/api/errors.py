"""One body for every error: `{"status": 404, "message": "…"}`."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler


def error_body(status: int, message: str) -> dict[str, Any]:
    """The shape that swagger.yaml calls Error."""
    return {"status": status, "message": message}


def error_response(error: APIException) -> JsonResponse:
    """The answer to an error outside of a view of Django REST framework."""
    response = JsonResponse(
        error_body(error.status_code, message_of(error.detail)), status=error.status_code
    )
    if wait := getattr(error, "wait", None):
        response["Retry-After"] = str(wait)
    return response


def error_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Puts what a view raises into the one shape; None lets Django answer 500."""
    response = exception_handler(error, context)
    if response is not None:
        response.data = error_body(response.status_code, message_of(response.data))
    return response


def message_of(detail: Any) -> str:
    """One sentence out of Django REST framework's nested details."""
    if isinstance(detail, dict):
        return "; ".join(_of_field(field, reason) for field, reason in detail.items())
    if isinstance(detail, list):
        return " ".join(message_of(reason) for reason in detail)
    return str(detail)


def _of_field(field: str, reason: Any) -> str:
    if field in ("detail", api_settings.NON_FIELD_ERRORS_KEY):
        return message_of(reason)
    return f"{field}: {message_of(reason)}"


def bad_request(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler for requests that it holds to be unsafe."""
    return JsonResponse(error_body(400, "The request is malformed."), status=400)


def not_found(request: HttpRequest, exception: Exception) -> JsonResponse:
    """Django's handler for paths without a route."""
    return JsonResponse(error_body(404, "There is nothing at this path."), status=404)


def server_error(request: HttpRequest) -> JsonResponse:
    """Django's handler for what nobody caught; the log has the trace."""
    return JsonResponse(error_body(500, "The service failed; the log says why."), status=500)
