"""An Interface with examples, which fails aloud, and whose queue has one place. Prints its URL when it is up."""

import os
import sys

os.environ.update(GRADIO_ANALYTICS_ENABLED="False", HF_HUB_OFFLINE="1", GRADIO_TEMP_DIR=sys.argv[2])

import gradio as gr
import numpy as np
from PIL import Image

picture = os.path.join(sys.argv[2], "red.png")
Image.fromarray(np.full((2, 3, 3), (255, 0, 0), np.uint8)).save(picture)


def shade(image, kind, amount, note):
    if kind == "none":
        raise ValueError("nothing to do")
    return image if kind == "keep" else 255 - image, f"{kind} {amount} {note}"


app = gr.Interface(
    shade,
    [
        gr.Image(label="Picture"),
        gr.Radio(["keep", "invert", "none"], label="Kind", value="keep"),
        gr.Slider(0, 10, value=3, step=1, label="Amount", info="How much"),
    ],
    [gr.Image(label="Result"), gr.Textbox(label="Words", lines=2)],
    additional_inputs=[gr.Textbox(label="Note", value="-")],
    title="Shades",
    description="Makes **shades**.",
    article="The end.",
    examples=[[picture, "invert", 5, "a"], [picture, "keep", 1, "b"]],
    cache_examples=False,
    flagging_mode="never",
)
app.queue(max_size=1)
_, url, _ = app.launch(prevent_thread_lock=True, quiet=True, server_port=int(sys.argv[1]), show_error=True, ssr_mode=False)
print(f"up {url}", flush=True)
sys.stdin.read()
