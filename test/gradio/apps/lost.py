"""An app that is stopped while it works. Prints its URL when it is up."""

import os
import sys
import time

os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_OFFLINE="1", GRADIO_TEMP_DIR=sys.argv[2])

import gradio as gr

runs = 0


def endless():
    number = 0
    while True:
        number += 1
        time.sleep(0.05)
        yield number


def late():
    global runs
    runs += 1
    time.sleep(1)
    return "here"


def begun():
    return runs


with gr.Blocks() as app:
    number, text = gr.Number(), gr.Textbox()
    gr.on(None, endless, None, number, api_name="endless")
    gr.on(None, late, None, text, api_name="late")
    gr.on(None, begun, None, number, api_name="begun")

_, url, _ = app.launch(prevent_thread_lock=True, quiet=True, server_port=int(sys.argv[1]), ssr_mode=False)
print(f"up {url}", flush=True)
sys.stdin.read()
