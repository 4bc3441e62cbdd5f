"""Checks of Schemathesis that know which refusals of the gateway no schema can foretell.

Two of its own checks are replaced: `positive_data_acceptance` and `not_a_server_error`. They would call everything here a
fault. Whatever is not on one of these lists is a fault still.
"""

import schemathesis

# Refusals of requests that satisfy their schemas, by code and, where it has violations, their rules.
EXPLAINED_REFUSALS = {
    ("invalid_cursor", "cursor"): "A cursor is opaque: only one that a page gave is good, and none can be made up.",
    ("page_too_deep", "maximum"): "Which page is too deep depends on its size, which is another parameter.",
    ("validation_failed", "not"): "OpenAPI cannot say that two parameters exclude each other.",
    ("validation_failed", "exists"): "An id in a body names nothing, as one in a path that is answered by 404.",
    ("validation_failed", "time-zone"): "Which names are time zones is known to the IANA, not to a pattern.",
    ("validation_failed", "password"): "A password is not the one of the account.",
    ("validation_failed", "line"): "JSON Schema has no words for text that shows something.",
    ("validation_failed", "text"): "JSON Schema has no words for text that shows something.",
    ("validation_failed", "storable"): "JSON Schema has no words for halves of surrogate pairs.",
    ("validation_failed", "number"): "JSON Schema has no words for numbers that JSON itself does not keep.",
    ("validation_failed", "minLength"): "The bytes of a file are counted by `x-min-bytes`, which Schemathesis does not read.",
    ("weak_password", None): "Whether a password is easy to guess is a matter of its words.",
    ("precondition_failed", None): "The version of an `If-Match` is not the present one.",
    ("range_not_satisfiable", None): "The file is shorter than the range begins.",
    ("unsupported_media_type", None): "The type of a file is told by its bytes.",
    ("payload_too_large", None): "The bytes of a body are counted, and no schema does.",
    ("quota_exceeded", None): "The storage of the account is used up.",
}

# The same of one place: what is required or possible there depends on other values.
EXPLAINED_PLACES = {
    ("body", "/current_password", "required"): "Needed where the account has a password, or the address changes.",
    ("body", "/vitals/blood_pressure_diastolic_mmhg", "maximum"): "It is not above the systolic one.",
    ("query", "/since", "format"): "A leap second is a time by its form, and none for a computer.",
}

# Values that Schemathesis makes against a schema, and takes for valid ones: `0` for the shortest text of these headers.
MADE_WRONGLY = {("header", f"/{name}", "pattern") for name in ("if-match", "if-none-match", "last-event-id")}

# Answers of 5xx that the gateway of a fuzzer has to give.
EXPLAINED_ERRORS = {
    "not_implemented": "The operation, or this form of it, is not part of the build yet.",
    "not_configured": "No provider stands behind this gateway.",
    "dependency_unavailable": "No model stands behind this gateway.",
}

ACCEPTED = {401, 403, 404, 409, 429}


def problem_of(response):
    try:
        return response.json()
    except ValueError:
        return {}


@schemathesis.check
def valid_request_is_taken(ctx, response, case):
    meta = case.meta
    if meta is None or not meta.generation.mode.is_positive:
        return
    if response.status_code < 400 or response.status_code >= 500 or response.status_code in ACCEPTED:
        return
    if None in (case.path_parameters or {}).values():
        # Taken by Schemathesis from a property that was null in another answer, and sent as `None`.
        return
    problem = problem_of(response)
    errors = problem.get("errors", [])
    places = {(error["in"], error["path"], error["rule"]) for error in errors} - MADE_WRONGLY - EXPLAINED_PLACES.keys()
    if errors and not places:
        return
    rules = {rule for _, _, rule in places} or {None}
    left = [rule for rule in rules if (problem.get("code"), rule) not in EXPLAINED_REFUSALS]
    if left:
        raise AssertionError(f"A valid request was refused: {response.status_code} {problem}")


@schemathesis.check
def error_is_explained(ctx, response, case):
    if response.status_code < 500:
        return
    problem = problem_of(response)
    if problem.get("code") not in EXPLAINED_ERRORS:
        raise AssertionError(f"The server failed: {response.status_code} {problem}")
