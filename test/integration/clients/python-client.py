"""Asks whose session TOKEN or COOKIE is, with Ory's Python SDK on the base path of its argument. Prints what came: the
status, and the session or the error's body."""

import json
import os
import sys

import ory_client
from ory_client.rest import ApiException

configuration = ory_client.Configuration(host=sys.argv[1])
given = {
    "x_session_token": os.environ.get("TOKEN"),
    "cookie": os.environ.get("COOKIE"),
    "tokenize_as": os.environ.get("TOKENIZE_AS"),
}
with ory_client.ApiClient(configuration) as client:
    api = ory_client.FrontendApi(client)
    call = getattr(api, os.environ.get("CALL", "to_session"))
    try:
        if call == api.to_session:
            session = call(**{name: value for name, value in given.items() if value})
            answer = {"status": 200, "body": session.to_dict()}
        else:
            call(**json.loads(os.environ["ARGUMENTS"]))
            answer = {"status": 204, "body": None}
    except ApiException as refusal:
        answer = {"status": refusal.status, "body": json.loads(refusal.body)}
print(json.dumps(answer, default=str))
